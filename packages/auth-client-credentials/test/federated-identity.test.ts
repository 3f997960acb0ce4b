import { isAuthError } from "@graph-sync/core";
import { authorityError, fakeHost, federatedIssuer } from "@graph-sync/testing";
import { expect, test } from "vitest";
import { type AssertionCallback, federatedIdentity } from "../src/index.ts";
import { authorityOf, clientId, cloud, rejection, tokenRequest } from "./apps.ts";

const issuer = federatedIssuer();
const connect = (assertion: AssertionCallback) => {
  const authority = authorityOf({ federated: [issuer.credential] });
  return { authority, source: federatedIdentity({ ...authority, clientId, assertion, cloud }) };
};

test("shows the other issuer's token, got anew for each token, and no secret", async () => {
  let asked = 0;
  const { authority, source } = connect(async () => issuer.token({ jti: String((asked += 1)) }));
  await source.getToken(tokenRequest());
  await source.getToken(tokenRequest());
  expect([asked, authority.issued.length]).toEqual([2, 2]);
  expect(new Set(authority.requests.map(({ form }) => form["client_assertion"])).size).toBe(2);
});

test("the callback hears when nobody waits any more", async () => {
  const controller = new AbortController();
  let heard: AbortSignal | undefined;
  const { source } = connect(({ signal }) => {
    heard = signal;
    return new Promise(() => undefined);
  });
  const outcome = rejection(source.getToken(tokenRequest({ signal: controller.signal })));
  await new Promise((resolve) => setImmediate(resolve));
  controller.abort(new Error("enough"));
  expect(String(await outcome)).toBe("Error: enough");
  expect(heard?.aborted).toBe(true);
});

test.each<readonly [string, unknown, string]>([
  ["no text", 7, "not text"],
  ["no token", "hello", "not a signed token"],
  ["far too much", `${"a".repeat(17_000)}.b.c`, "longer than 16384"],
])("an assertion that is %s is refused, and nothing is sent", async (_, given, says) => {
  const { authority, source } = connect(() => given as string);
  const error = await rejection(source.getToken(tokenRequest()));
  expect(isAuthError(error) && error.message).toContain(says);
  expect(authority.requests).toEqual([]);
});

test("an empty assertion is asked for again, since a file is empty for a moment while it is renewed", async () => {
  const host = fakeHost();
  const authority = authorityOf({ federated: [issuer.credential] });
  const given = ["", " \n", issuer.token()];
  const source = federatedIdentity({ ...authority, clientId, cloud, host, assertion: () => given.shift() ?? "" });
  const token = source.getToken(tokenRequest());
  await host.clock.advance(5_000);
  expect((await token).token).toBe(authority.issued[0]?.token);
  expect(authority.requests).toHaveLength(1);
});

test("another subject than the app knows is an error that says so, at once", async () => {
  const { authority, source } = connect(() => issuer.token({ sub: "repo:contoso/other:ref:refs/heads/main" }));
  const error = await rejection(source.getToken(tokenRequest()));
  expect(isAuthError(error) && error).toMatchObject({ codes: [70021], retryable: false });
  expect(authority.requests).toHaveLength(1);
});

test("a credential that was made just now is waited for where that is asked for, five minutes at most", async () => {
  const host = fakeHost();
  const authority = authorityOf({ federated: [issuer.credential] });
  const assertion = () => issuer.token();
  const source = federatedIdentity({ ...authority, clientId, cloud, host, assertion, propagationRetry: true });
  authority.script(...Array.from({ length: 3 }, () => authorityError(400, "invalid_request", [70021])));
  const token = source.getToken(tokenRequest());
  await host.clock.advance(60_000);
  expect((await token).token).toBe(authority.issued[0]?.token);

  authority.script(...Array.from({ length: 100 }, () => authorityError(400, "invalid_request", [70021])));
  const never = rejection(source.getToken(tokenRequest()));
  await host.clock.advance(400_000);
  expect(isAuthError(await never)).toBe(true);
  expect(authority.requests).toHaveLength(4 + 31);
});
