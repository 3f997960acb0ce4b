import { clientSecret } from "@graph-sync/auth-client-credentials";
import {
  bearerFrom,
  type Client,
  createClient,
  customCloud,
  type GraphResponse,
  isTransportError,
  type Plugin,
} from "@graph-sync/core";
import { cache, memoryStore } from "@graph-sync/plugin-cache";
import {
  authorityError,
  claimsChallenge,
  fakeAuthority,
  type FakeAuthority,
  fakeHost,
  type FakeHost,
  jsonResponse,
  type ScriptedTransport,
  scriptedTransport,
} from "@graph-sync/testing";
import { describe, expect, test } from "vitest";

/** A client, a token source and an authority together, on a clock that stands still. */

const apps = [
  { clientId: "app-one", secrets: ["one"] },
  { clientId: "app-two", secrets: ["two"] },
];
const cloud = customCloud({ graphOrigin: "https://graph.example.com", authority: "https://login.example.com" });
const minute = 60_000;

interface Setting {
  readonly host: FakeHost;
  readonly authority: FakeAuthority;
  readonly service: ScriptedTransport;
  /** A client of an app, at the one service. */
  readonly clientOf: (app: number, plugins?: readonly Plugin[]) => Client;
}

function setting(
  answer: (token: string | undefined, count: number) => GraphResponse = () => jsonResponse({}),
): Setting {
  const host = fakeHost();
  const authority = fakeAuthority({ apps, host });
  let count = 0;
  const service = scriptedTransport(({ headers }) => answer(headers["authorization"]?.slice(7), (count += 1)));
  const { tenantId, transport } = authority;
  const clientOf = (app: number, plugins: readonly Plugin[] = []): Client => {
    const { clientId = "", secrets: [secret = ""] = [] } = apps[app] ?? {};
    const source = clientSecret({ tenantId, clientId, clientSecret: secret, transport, cloud, host });
    return createClient({
      transport: service,
      cloud,
      host,
      timeoutMs: Infinity,
      plugins: [bearerFrom(source), ...plugins],
    });
  };
  return { host, authority, service, clientOf };
}

const read = (client: Client, signal?: AbortSignal): Promise<unknown> =>
  client.applications("1").synchronization.get(undefined, signal === undefined ? {} : { signal });
const tokensAt = ({ service }: Setting) => service.requests.map(({ headers }) => headers["authorization"]?.slice(7));
const rejection = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe("1,000 calls at once on a client without a token", () => {
  test("cost one token request", async () => {
    const all = setting();
    const client = all.clientOf(0);
    await Promise.all(Array.from({ length: 1_000 }, () => read(client)));
    expect([all.authority.requests.length, all.service.requests.length]).toEqual([1, 1_000]);
    expect(new Set(tokensAt(all))).toEqual(new Set([all.authority.issued[0]?.token]));
  });

  test("of which 999 are aborted: the last one still succeeds, with the same token request", async () => {
    const all = setting();
    const client = all.clientOf(0);
    const controllers = Array.from({ length: 1_000 }, () => new AbortController());
    // The authority is slow: it asks for a second attempt.
    all.authority.script(authorityError(503, "server_error", [], { "retry-after": "5" }));
    const calls = controllers.map(({ signal }) => rejection(read(client, signal)));
    await all.host.clock.advance(1_000);
    for (const controller of controllers.slice(1)) controller.abort();
    const aborted = await Promise.all(calls.slice(1));
    expect(aborted.every((error) => isTransportError(error) && error.kind === "aborted")).toBe(true);
    await all.host.clock.advance(10_000);
    expect(await calls[0]).toBe(undefined);
    expect([all.authority.requests.length, all.service.requests.length]).toEqual([2, 1]);
  });
});

test("40 minutes of 503 from the authority fail no call while the token is good, and the first answer after it is used", async () => {
  const all = setting();
  const client = all.clientOf(0);
  await read(client);
  await all.host.clock.advance(18 * minute);
  const outage = authorityError(503, "server_error");
  for (let half = 0; half < 80; half += 1) {
    all.authority.script(...Array.from({ length: 3 }, () => outage));
    await all.host.clock.advance(minute / 2);
    expect(await rejection(read(client))).toBe(undefined);
  }
  expect(all.host.clock.now()).toBe(Date.UTC(2026, 0, 1) + 58 * minute);
  expect(new Set(tokensAt(all)).size).toBe(1);
  // Asked, but not at every call.
  expect(all.authority.requests.length).toBeGreaterThan(3);
  expect(all.authority.requests.length).toBeLessThan(1 + 3 * 80);
});

test("a claims challenge during a renewal ends in success, and its token is the one that stays", async () => {
  const claims = { access_token: { nbf: { essential: true, value: "1" } } };
  let revoked = false;
  const all = setting((token) => {
    const withClaims =
      all.authority.issued.find((issued) => issued.token === token)?.claims?.includes('"nbf"') === true;
    return revoked && !withClaims
      ? jsonResponse({}, 401, { "www-authenticate": claimsChallenge(claims) })
      : jsonResponse({});
  });
  const client = all.clientOf(0);
  await read(client);
  await all.host.clock.advance(50 * minute);
  // The renewal beside the next call hangs on a second attempt, and meanwhile the service revokes the token.
  all.authority.script(authorityError(503, "server_error", [], { "retry-after": "10" }));
  revoked = true;
  expect(await rejection(read(client))).toBe(undefined);
  await all.host.clock.advance(minute);
  expect(await rejection(read(client))).toBe(undefined);
  expect(all.authority.issued.map((issued) => issued.claims?.includes('"nbf"'))).toEqual([false, true, false]);
  const [first, second] = all.authority.issued;
  expect(tokensAt(all)).toEqual([first?.token, first?.token, second?.token, second?.token]);
});

test("two identities share no token and no kept answer, in one cache and one store", async () => {
  const all = setting((token) => {
    const clientId = all.authority.issued.find((issued) => issued.token === token)?.clientId;
    return jsonResponse({ id: clientId });
  });
  const kept = cache({ store: memoryStore(), lifetimesMs: { changing: minute, stable: minute } });
  const [one, two] = [all.clientOf(0, [kept]), all.clientOf(1, [kept])];
  const ids = async (client: Client) => client.applications("1").synchronization.templates("t").get();
  expect(await ids(one)).toEqual({ id: "app-one" });
  expect(await ids(two)).toEqual({ id: "app-two" });
  expect(await ids(one)).toEqual({ id: "app-one" });
  expect(await ids(two)).toEqual({ id: "app-two" });
  expect(all.service.requests).toHaveLength(2);
  expect(all.authority.issued.map(({ clientId }) => clientId)).toEqual(["app-one", "app-two"]);
});
