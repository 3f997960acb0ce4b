import { isJsonObject, parseJson } from "@graph-sync/core";

/** What an access token says of itself. Nobody has checked it: it is for explanations alone, and the service decides. */
export interface TokenClaims {
  /** The object id of the person, or of the app's service principal. */
  readonly objectId: string | undefined;
  readonly kind: "app" | "person";
  /** Of an app its application permissions (`roles`), of a person the delegated ones (`scp`). */
  readonly permissions: readonly string[];
}

/**
 * The claims of a token of Microsoft Entra; undefined for one that is no JWT, such as a local server's.
 * https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
 */
export function claimsOf(token: string): TokenClaims | undefined {
  const [, payload = "", signature] = token.split(".");
  if (signature === undefined) return undefined;
  const claims = parseJson(Buffer.from(payload, "base64url").toString("utf8"));
  if (!isJsonObject(claims)) return undefined;
  const { oid, scp, roles } = claims;
  const delegated = typeof scp === "string";
  const permissions = delegated ? scp.split(" ") : Array.isArray(roles) ? roles : [];
  return {
    objectId: typeof oid === "string" ? oid : undefined,
    kind: delegated ? "person" : "app",
    permissions: permissions.filter((each): each is string => typeof each === "string" && each !== ""),
  };
}
