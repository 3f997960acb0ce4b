import { canaries } from "@graph-sync/testing/canaries";
import { expect, test } from "vitest";

/** Run by ../setup.test.ts in a vitest of its own: every test fails, and the first five show a secret by it. */
const request = { url: "https://graph.microsoft.com", headers: { authorization: `Bearer ${canaries.token}` } };

test("in a message", () => {
  throw new Error(`The header is not valid: Bearer ${canaries.token}`);
});

test("in a cause", () => {
  throw new Error("The call failed.", { cause: { body: { key: "SecretToken", value: canaries.secretToken } } });
});

test("in what was expected", () => {
  expect(request).toEqual({});
});

test("in what was printed", () => {
  console.log("key", canaries.pem);
  throw new Error("The call failed.");
});

test("in noise", () => {
  console.error(new URLSearchParams({ client_secret: canaries.clientSecret, refresh_token: canaries.refreshToken }));
});

test("nowhere", () => {
  expect(request.url).toBe("https://graph.microsoft.us");
});
