import {
  type AccessToken,
  bearerFrom,
  type Client,
  type Clock,
  createClient,
  type GraphResponse,
  type Host,
  isAuthError,
  isGraphServiceError,
  isInvalidRequestError,
  isTransportError,
  systemHost,
  type TokenRequest,
  type TokenSource,
} from "@graph-sync/core";
import { describe, expect, test } from "vitest";
import { type Answering, answering, json, rejection } from "../answering.ts";

const hour = 3_600_000;

/** A host whose two clocks are moved by hand, each by itself. */
interface Hands extends Host {
  wall: number;
  mono: number;
}

function hands(): Hands {
  const host: Hands = {
    wall: 1_000_000 * hour,
    mono: 0,
    random: () => 0.5,
    clock: {} as Clock, // given below, for it reads the hands
  };
  const clock = { ...systemHost.clock, now: () => host.wall, monotonic: () => host.mono };
  return Object.assign(host, { clock });
}

/** A source that gives t1, t2, … for an hour each, and keeps what it was asked. */
function counting(
  host: Hands,
  more: (count: number) => Partial<AccessToken> | Promise<Partial<AccessToken>> = () => ({}),
): TokenSource & { readonly asked: TokenRequest[] } {
  const asked: TokenRequest[] = [];
  return {
    asked,
    async getToken(request) {
      asked.push(request);
      return { token: `t${asked.length}`, expiresAt: host.wall + hour, ...(await more(asked.length)) };
    },
  };
}

const tokens = (transport: Answering): readonly (string | undefined)[] =>
  transport.requests.map(({ headers }) => headers["authorization"]?.replace("Bearer ", ""));

function clientOf(
  source: TokenSource,
  host: Host,
  answer: (count: number) => GraphResponse = () => json({}),
): { client: Client; transport: Answering; get: () => Promise<unknown> } {
  const transport = answering((_, count) => answer(count));
  const client = createClient({ transport, plugins: [bearerFrom(source)], host, timeoutMs: Infinity });
  return { client, transport, get: () => client.applications("1").synchronization.get() };
}

/** Lets what runs beside a call come to its end. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("a kept token", () => {
  test("is asked for once, with the cloud's scope, and used until it is due", async () => {
    const host = hands();
    const source = counting(host);
    const { transport, get } = clientOf(source, host);
    await get();
    host.wall += hour * 0.79;
    await get();
    expect(tokens(transport)).toEqual(["t1", "t1"]);
    expect(source.asked).toMatchObject([{ scopes: ["https://graph.microsoft.com/.default"], claims: undefined }]);
  });

  test("is renewed beside the calls when a fifth of its life is left, and then used", async () => {
    const host = hands();
    const { transport, get } = clientOf(counting(host), host);
    await get();
    host.wall += hour * 0.8;
    await get();
    await turn();
    await get();
    expect(tokens(transport)).toEqual(["t1", "t1", "t2"]);
  });

  test("is renewed at the time that the source names", async () => {
    const host = hands();
    const source = counting(host, () => ({ refreshAt: host.wall + 1_000 }));
    const { get } = clientOf(source, host);
    await get();
    host.wall += 1_000;
    await get();
    await turn();
    expect(source.asked).toHaveLength(2);
  });

  test("fails no call while it is good, though its renewal fails for 40 minutes", async () => {
    const host = hands();
    const source = counting(host, (count) =>
      count === 1 ? { expiresAt: host.wall + hour } : Promise.reject(new Error("503")),
    );
    const { transport, get } = clientOf(source, host);
    await get();
    host.wall += 19 * 60_000;
    for (let minute = 0; minute < 40; minute += 1) {
      host.wall += 60_000 / 2;
      host.mono += 60_000 / 2;
      await get();
      await turn();
    }
    expect(new Set(tokens(transport))).toEqual(new Set(["t1"]));
    // Not at every call: a source in trouble is left alone for a while.
    expect(source.asked.length).toBeLessThan(10);
  });

  test("is not used in its last minute, nor after it: then a failing source fails the call, and nothing is sent", async () => {
    const host = hands();
    const source = counting(host, (count) => (count === 1 ? {} : Promise.reject(new Error("503"))));
    const { transport, get } = clientOf(source, host);
    await get();
    host.wall += hour - 60_000;
    const error = await rejection(get());
    expect(isAuthError(error) && String(error.cause)).toBe("Error: 503");
    expect(transport.requests).toHaveLength(1);
  });

  test("grows old on the monotonic clock, though the wall clock is set back", async () => {
    const host = hands();
    const source = counting(host);
    const { transport, get } = clientOf(source, host);
    await get();
    host.wall -= 10 * hour;
    host.mono += hour - 60_000;
    await get();
    expect(tokens(transport)).toEqual(["t1", "t2"]);
  });

  test.each<readonly [string, Partial<AccessToken>]>([
    ["no token", { token: "" }],
    ["a token that is none", { token: "a b" }],
    ["no time", { expiresAt: Number.NaN }],
    ["a time that has passed", { expiresAt: 5 }],
    ["nothing that is a token", { token: 7 as unknown as string }],
  ])("with %s is refused", async (_, bad) => {
    const host = hands();
    const { transport, get } = clientOf(
      counting(host, () => bad),
      host,
    );
    const error = await rejection(get());
    expect(isAuthError(error)).toBe(true);
    expect(transport.requests).toEqual([]);
  });
});

describe("1,000 calls at once", () => {
  test("cost one request for a token, and with 999 aborted the last one still succeeds", async () => {
    const host = hands();
    let give = (): void => undefined;
    const given = new Promise<void>((resolve) => (give = resolve));
    const source = counting(host, () => given.then(() => ({})));
    const { client, transport } = clientOf(source, host);
    const controllers = Array.from({ length: 1_000 }, () => new AbortController());
    const calls = controllers.map(({ signal }) =>
      rejection(client.applications("1").synchronization.get(undefined, { signal })),
    );
    for (const controller of controllers.slice(1)) controller.abort();
    const ended = await Promise.all(calls.slice(1));
    expect(ended.every((error) => isTransportError(error) && error.kind === "aborted")).toBe(true);
    give();
    expect(await calls[0]).toBe(undefined);
    expect([source.asked.length, transport.requests.length]).toEqual([1, 1]);
    expect(source.asked[0]?.signal.aborted).toBe(false);
  });

  test("abort the request for a token when all of them are aborted, and the next call asks again", async () => {
    const host = hands();
    const source = counting(host, (count) => (count === 1 ? new Promise<never>(() => undefined) : {}));
    const { client, get } = clientOf(source, host);
    const controller = new AbortController();
    const calls = Array.from({ length: 3 }, () =>
      rejection(client.applications("1").synchronization.get(undefined, { signal: controller.signal })),
    );
    controller.abort();
    await Promise.all(calls);
    expect(source.asked[0]?.signal.aborted).toBe(true);
    expect(await get()).toEqual({});
  });
});

describe("a refused call", () => {
  const claims = JSON.stringify({ access_token: { nbf: { essential: true, value: "1" } } });
  const challenged = (status = 401): GraphResponse =>
    json({}, status, {
      "www-authenticate": `Bearer error="insufficient_claims", claims="${Buffer.from(claims).toString("base64")}"`,
    });

  test("without a challenge is sent once more with a new token", async () => {
    const host = hands();
    const { transport, get } = clientOf(counting(host), host, (count) => json({}, count === 1 ? 401 : 200));
    expect(await get()).toEqual({});
    expect(tokens(transport)).toEqual(["t1", "t2"]);
  });

  test("is not sent a third time", async () => {
    const host = hands();
    const { transport, get } = clientOf(counting(host), host, () => json({}, 401));
    const error = await rejection(get());
    expect(isGraphServiceError(error) && error.status).toBe(401);
    expect(tokens(transport)).toEqual(["t1", "t2"]);
  });

  test.each([401, 403])(
    "with a challenge (%s) passes its claims on, and sends the body again byte for byte",
    async (status) => {
      const host = hands();
      const source = counting(host);
      const { client, transport } = clientOf(source, host, (count) =>
        count === 1 ? challenged(status) : json({}, 204),
      );
      await client.servicePrincipals("1").synchronization.secrets.replace([{ key: "BaseAddress", value: "Grüße" }]);
      expect(source.asked.map((request) => request.claims)).toEqual([undefined, claims]);
      expect(transport.requests[1]?.body).toBe(transport.requests[0]?.body);
      expect(tokens(transport)).toEqual(["t1", "t2"]);
    },
  );

  test("with a challenge does not join a renewal that knows nothing of its claims", async () => {
    const host = hands();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const source = counting(host, (count) => (count === 2 ? held.then(() => ({})) : {}));
    const { transport, get } = clientOf(source, host, (count) => (count === 2 ? challenged() : json({})));
    await get();
    host.wall += hour * 0.8;
    // This call starts the renewal beside it, and is challenged while that runs.
    await get();
    release();
    expect(source.asked.map((request) => request.claims)).toEqual([undefined, undefined, claims]);
    expect(tokens(transport)).toEqual(["t1", "t1", "t3"]);
    // The renewal ends last, and its token knows nothing of the claims.
    await turn();
    await get();
    expect(tokens(transport).at(-1)).toBe("t3");
  });

  test("costs one renewal, however many calls were refused with the same token", async () => {
    const host = hands();
    const source = counting(host);
    const transport = answering(({ headers }) => json({}, headers["authorization"] === "Bearer t1" ? 401 : 200));
    const client = createClient({ transport, plugins: [bearerFrom(source)], host, timeoutMs: Infinity });
    await Promise.all(Array.from({ length: 50 }, () => client.applications("1").synchronization.get()));
    expect(source.asked).toHaveLength(2);
  });
});

test("the partition of a source is the client's, and without one every plugin is its own", () => {
  const host = hands();
  const named: TokenSource = { ...counting(host), partition: "tenant/client" };
  const partition = (source: TokenSource): unknown =>
    createClient({ transport: answering(() => json({})), plugins: [bearerFrom(source)] }).host.partition;
  expect(partition(named)).toEqual({ id: "tenant/client", stable: true });
  expect(partition(counting(host))).toMatchObject({ stable: false });
});

test.each([null, {}, { getToken: "x" }, 7, "abc"])("%j is no source", (source) => {
  let error: unknown;
  try {
    bearerFrom(source as unknown as TokenSource);
  } catch (thrown) {
    error = thrown;
  }
  expect(isInvalidRequestError(error)).toBe(true);
});
