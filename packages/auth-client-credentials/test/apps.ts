import { customCloud, type Host, systemHost, type TokenRequest } from "@graph-sync/core";
import { fakeAuthority, type FakeAuthority, type FakeApp } from "@graph-sync/testing";
import { generate } from "selfsigned";

/** A fake authority that knows one app. */
export const clientId = "b1b6a2ce-3f4f-4d53-8a0a-6f9a4c1d2e3f";
export const authorityOf = (app: Omit<FakeApp, "clientId">, host: Host = systemHost): FakeAuthority =>
  fakeAuthority({ apps: [{ clientId, ...app }], host });

/** A cloud whose authority is in this process. */
export const cloud = customCloud({ graphOrigin: "https://graph.example.com", authority: "https://login.example.com" });

export const tokenRequest = (more: Partial<TokenRequest> = {}): TokenRequest => ({
  scopes: [cloud.scope],
  claims: undefined,
  signal: new AbortController().signal,
  ...more,
});

/** A certificate that ends after some days, with its key, in PEM. */
export async function selfSigned(days = 90): Promise<{ readonly cert: string; readonly key: string }> {
  const now = Date.now();
  const notAfterDate = new Date(now + days * 24 * 3_600_000);
  const { cert, private: key } = await generate([{ name: "commonName", value: "graph-sync" }], {
    notBeforeDate: new Date(now - 2 * 24 * 3_600_000),
    notAfterDate,
    keySize: 2048,
    algorithm: "sha256",
  });
  return { cert, key };
}

/** What a promise rejects with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}
