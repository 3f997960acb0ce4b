import { generateKeyPairSync } from "node:crypto";
import { type Clock, systemHost } from "@graph-sync/core";
import type { FederatedCredential } from "./fake-app.ts";
import { signJwt } from "./jwt.ts";

/** An issuer of workload tokens, such as GitHub Actions, with one subject. */
export interface FederatedIssuer {
  /** What the app registration has to know of it. */
  readonly credential: FederatedCredential;
  /** A token of five minutes; the claims are added to it, or replace its own. */
  token(claims?: Readonly<Record<string, unknown>>): string;
}

/** Makes an issuer with a key of its own. */
export function federatedIssuer(
  subject = "repo:contoso/provisioning:ref:refs/heads/main",
  clock: Pick<Clock, "now"> = systemHost.clock,
): FederatedIssuer {
  const issuer = "https://token.actions.example.com";
  const audience = "api://AzureADTokenExchange";
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    credential: { issuer, subject, audience, publicKey },
    token(claims = {}) {
      const now = Math.floor(clock.now() / 1000);
      const own = { iss: issuer, sub: subject, aud: audience, iat: now, nbf: now, exp: now + 300 };
      return signJwt({ ...own, ...claims }, privateKey);
    },
  };
}
