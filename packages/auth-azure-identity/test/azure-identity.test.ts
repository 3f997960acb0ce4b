import { isAuthError, isInvalidRequestError, type TokenRequest } from "@graph-sync/core";
import { expect, test } from "vitest";
import { azureIdentity, type AzureCredential } from "../src/index.ts";

const tokenRequest = (more: Partial<TokenRequest> = {}): TokenRequest => ({
  scopes: ["https://graph.microsoft.com/.default"],
  claims: undefined,
  signal: new AbortController().signal,
  ...more,
});

/** A credential that gives one answer and keeps what it was asked. */
function credentialOf(answer: () => ReturnType<AzureCredential["getToken"]>): AzureCredential & { asked: unknown[][] } {
  const asked: unknown[][] = [];
  return {
    asked,
    getToken(...question) {
      asked.push(question);
      return answer();
    },
  };
}

const rejection = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

test("passes on scopes, claims and the signal, and gives the times that the credential gives", async () => {
  const credential = credentialOf(async () => ({
    token: "t",
    expiresOnTimestamp: 2_000,
    refreshAfterTimestamp: 1_000,
  }));
  const request = tokenRequest({ claims: '{"access_token":{}}' });
  expect(await azureIdentity(credential).getToken(request)).toEqual({ token: "t", expiresAt: 2_000, refreshAt: 1_000 });
  const options = { abortSignal: request.signal, claims: '{"access_token":{}}', enableCae: true };
  expect(credential.asked).toEqual([[["https://graph.microsoft.com/.default"], options]]);
});

test("asks for the scopes and the tenant that it is told, and leaves out what it is not", async () => {
  const credential = credentialOf(async () => ({ token: "t", expiresOnTimestamp: 2_000 }));
  const options = { scopes: ["api://other/.default"], tenantId: "contoso", continuousAccess: false };
  const request = tokenRequest();
  expect(await azureIdentity(credential, options).getToken(request)).toEqual({ token: "t", expiresAt: 2_000 });
  const asked = { abortSignal: request.signal, enableCae: false, tenantId: "contoso" };
  expect(credential.asked).toEqual([[["api://other/.default"], asked]]);
});

test("a credential that gives nothing is an error", async () => {
  const error = await rejection(azureIdentity(credentialOf(async () => null)).getToken(tokenRequest()));
  expect(isAuthError(error) && error.message).toContain("no reason");
});

test("an aborted request ends with the signal's reason, not with the credential's error", async () => {
  const controller = new AbortController();
  const source = azureIdentity(
    credentialOf(async () => {
      controller.abort(new Error("enough"));
      throw new Error("AbortError");
    }),
  );
  expect(String(await rejection(source.getToken(tokenRequest({ signal: controller.signal }))))).toBe("Error: enough");
});

test.each([[429], [503], [400]])("an error with status %s says whether it may pass", async (statusCode) => {
  const source = azureIdentity(credentialOf(() => Promise.reject(Object.assign(new Error("x"), { statusCode }))));
  const error = await rejection(source.getToken(tokenRequest()));
  expect(isAuthError(error) && error.retryable).toBe(statusCode !== 400);
});

test("what the authority said is on the error, where the credential's error has it", async () => {
  const errorResponse = { error: "invalid_client", errorCodes: [7000222], traceId: "t", correlationId: "c" };
  const failing = credentialOf(() => Promise.reject(Object.assign(new Error("x"), { statusCode: 401, errorResponse })));
  const error = await rejection(azureIdentity(failing).getToken(tokenRequest()));
  const facts = { error: "invalid_client", codes: [7000222], traceId: "t", correlationId: "c", retryable: false };
  expect(isAuthError(error) && error).toMatchObject(facts);
});

test("is an identity of its own unless told", () => {
  const credential = credentialOf(async () => null);
  expect(azureIdentity(credential)).not.toHaveProperty("partition");
  expect(azureIdentity(credential, { partition: "tenant/app" }).partition).toBe("tenant/app");
});

test.each([undefined, null, {}, "token"])("%j is no credential", (value) => {
  let error: unknown;
  try {
    azureIdentity(value as AzureCredential);
  } catch (thrown) {
    error = thrown;
  }
  expect(isInvalidRequestError(error)).toBe(true);
});
