import { constants, type KeyObject, sign, verify } from "node:crypto";

/** A token in three parts, taken apart and not yet believed. */
export interface Jwt {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  /** Whether this key signed it. */
  isSignedBy(key: KeyObject): boolean;
}

/** RFC 7518 §3.1: the two RSA algorithms that Entra takes. */
const paddings: Readonly<Record<string, { padding: number; saltLength?: number }>> = {
  PS256: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST },
  RS256: { padding: constants.RSA_PKCS1_PADDING },
};

/** Takes a token apart; undefined where it is none. */
export function readJwt(token: string): Jwt | undefined {
  const [head = "", body = "", signature = "", ...rest] = token.split(".");
  const [header, claims] = [parse(head), parse(body)];
  if (header === undefined || claims === undefined || rest.length > 0) return undefined;
  return {
    header,
    claims,
    isSignedBy(key) {
      const padding = paddings[String(header["alg"])];
      if (padding === undefined || key.asymmetricKeyType !== "rsa") return false;
      return verify("sha256", Buffer.from(`${head}.${body}`), { key, ...padding }, Buffer.from(signature, "base64url"));
    },
  };
}

/** Signs claims with RS256, which is what issuers of federated tokens use. */
export function signJwt(claims: object, key: KeyObject): string {
  const input = [{ alg: "RS256", typ: "JWT" }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  return `${input}.${sign("sha256", Buffer.from(input), key).toString("base64url")}`;
}

function parse(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    // An object that is not null has members of unknown types.
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
