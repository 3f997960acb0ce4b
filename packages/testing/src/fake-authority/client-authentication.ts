import { createHash, X509Certificate } from "node:crypto";
import type { Clock } from "@graph-sync/core";
import type { FakeApp } from "./fake-app.ts";
import { type Jwt, readJwt } from "./jwt.ts";
import { type OauthFailure, oauthFailure } from "./oauth-failure.ts";

/** The form of a token request. */
export type Form = Readonly<Record<string, string>>;

/** Throws a refusal unless the form proves that it comes from the app; `url` is the token endpoint it came to. */
export type ClientCheck = (app: FakeApp, form: Form, url: string) => void;

/** RFC 7523 §2.2. */
const assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
/** How long an assertion may live, in seconds. */
const longestLife = 24 * 3600;
/** How far clocks may differ, in seconds. */
const leeway = 300;

/** Checks secrets and assertions, and remembers which assertions were used. */
export function clientCheck(clock: Clock): ClientCheck {
  const used = new Set<unknown>();

  return (app, form, url) => {
    const { client_secret: secret, client_assertion: assertion } = form;
    if (secret !== undefined && assertion !== undefined) throw refused(7000218, "One credential is expected, not two.");
    if (secret !== undefined) {
      if (app.secrets?.includes(secret) === true) return;
      throw refused(7000215, "Invalid client secret provided.");
    }
    if (assertion === undefined) throw refused(7000218, "'client_assertion' or 'client_secret' is required.");
    if (form["client_assertion_type"] !== assertionType) throw refused(700025, "client_assertion_type is wrong.");
    const jwt = readJwt(assertion);
    if (jwt === undefined) throw oauthFailure("invalid_request", 50027, "Invalid JWT token.");
    checkTimes(jwt);
    if (jwt.claims["iss"] === app.clientId) checkOwn(app, jwt, url);
    else checkFederated(app, jwt);
  };

  /** An assertion that the app signed itself. https://learn.microsoft.com/entra/identity-platform/certificate-credentials */
  function checkOwn(app: FakeApp, { header, claims, isSignedBy }: Jwt, url: string): void {
    const certificate = (app.certificates ?? [])
      .map((pem) => new X509Certificate(pem))
      .find(({ raw }) => createHash("sha256").update(raw).digest("base64url") === header["x5t#S256"]);
    if (certificate === undefined) throw refused(700027, "The certificate with this thumbprint is not registered.");
    if (header["alg"] !== "PS256" || header["typ"] !== "JWT") throw refused(700027, "Wrong alg or typ.");
    if (!isSignedBy(certificate.publicKey)) throw refused(700027, "The signature is not the certificate's.");
    const { aud, sub, jti } = claims;
    if (aud !== url) throw refused(700023, "The assertion's audience is not this token endpoint.");
    if (sub !== app.clientId) throw refused(700021, "The assertion's subject is not the client.");
    if (typeof jti !== "string" || used.has(jti)) throw refused(700027, "The assertion was used before.");
    used.add(jti);
  }

  function checkTimes({ claims: { nbf, exp, iat } }: Jwt): void {
    const now = clock.now() / 1000;
    const begins = typeof nbf === "number" ? nbf : iat;
    const good =
      typeof exp === "number" &&
      typeof begins === "number" &&
      begins <= now + leeway &&
      exp > now - leeway &&
      exp - begins <= longestLife;
    if (!good) throw refused(700024, "Client assertion is not within its valid time range.");
  }
}

/** https://learn.microsoft.com/entra/workload-id/workload-identity-federation */
function checkFederated(app: FakeApp, { header, claims, isSignedBy }: Jwt): void {
  const { iss, sub, aud } = claims;
  const match = (app.federated ?? []).find(
    ({ issuer, subject, audience = "api://AzureADTokenExchange" }) =>
      iss === issuer && sub === subject && (Array.isArray(aud) ? aud.join() : aud) === audience,
  );
  if (match === undefined) {
    throw oauthFailure(
      "invalid_request",
      70021,
      "No matching federated identity record found for presented assertion.",
    );
  }
  if (header["alg"] !== "RS256" || !isSignedBy(match.publicKey)) {
    throw refused(50013, "Assertion failed signature validation.");
  }
}

function refused(code: number, says: string): OauthFailure {
  return oauthFailure("invalid_client", code, says);
}
