import { bearerFrom, createClient, customCloud, isAuthError, type TokenRequest } from "@graph-sync/core";
import {
  authorityError,
  claimsChallenge,
  fakeAuthority,
  type FakeAuthority,
  fakeHost,
  type FakeHost,
  jsonResponse,
  scriptedTransport,
} from "@graph-sync/testing";
import { describe, expect, test } from "vitest";
import {
  deviceCode,
  type DeviceCodeOptions,
  type DeviceCodeSource,
  type DevicePrompt,
  memoryTokenStore,
} from "../src/index.ts";

const clientId = "b1b6a2ce-3f4f-4d53-8a0a-6f9a4c1d2e3f";
const cloud = customCloud({ graphOrigin: "https://graph.example.com", authority: "https://login.example.com" });

interface Desk {
  readonly host: FakeHost;
  readonly authority: FakeAuthority;
  readonly prompts: DevicePrompt[];
  readonly source: DeviceCodeSource;
  /** Another source at the same authority. */
  readonly another: (options?: Partial<DeviceCodeOptions>) => DeviceCodeSource;
}

/** A person at a terminal, with a clock that stands still. */
function desk(options: Partial<DeviceCodeOptions> = {}): Desk {
  const host = fakeHost();
  const authority = fakeAuthority({ apps: [{ clientId, publicClient: true }], host });
  const prompts: DevicePrompt[] = [];
  const prompt = (shown: DevicePrompt) => void prompts.push(shown);
  const { tenantId, transport } = authority;
  const another = (more: Partial<DeviceCodeOptions> = {}) =>
    deviceCode({ tenantId, clientId, transport, cloud, host, prompt, ...options, ...more });
  return { host, authority, prompts, source: another(), another };
}

const tokenRequest = (more: Partial<TokenRequest> = {}): TokenRequest => ({
  scopes: [cloud.scope],
  claims: undefined,
  signal: new AbortController().signal,
  ...more,
});

const rejection = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

/** Signs in with the last code that was shown. */
async function approve({ host, authority }: Desk, user?: string): Promise<void> {
  await host.clock.advance(0);
  authority.devices.at(-1)?.approve(user);
  await host.clock.advance(5_000);
}

describe("a sign-in", () => {
  test("shows the code, waits for the person and gives a token", async () => {
    const at = desk();
    const token = at.source.getToken(tokenRequest());
    await at.host.clock.advance(60_000);
    expect(at.prompts).toHaveLength(1);
    expect(at.prompts[0]?.userCode).toBe(at.authority.devices[0]?.userCode);
    expect(at.prompts[0]?.message).toContain(at.prompts[0]?.userCode);
    expect(at.prompts[0]?.expiresAt).toBe(at.host.clock.now() - 60_000 + 900_000);
    await approve(at, "ada");
    expect(at.authority.issued).toMatchObject([{ token: (await token).token, user: "ada" }]);
  });

  test("asks for the scopes that it is told, and for what renews it", async () => {
    const at = desk({ scopes: ["https://graph.example.com/Synchronization.Read.All"] });
    const done = at.source.signIn();
    await approve(at);
    await done;
    const scope = "https://graph.example.com/Synchronization.Read.All offline_access";
    expect(at.authority.requests.map(({ form }) => form["scope"])).toEqual([scope, scope]);
  });

  test("asks every five seconds, and five seconds less often when told to slow down", async () => {
    const at = desk();
    const done = at.source.signIn();
    await at.host.clock.advance(0);
    at.authority.script(authorityError(400, "slow_down"));
    await at.host.clock.advance(5_000);
    await at.host.clock.advance(9_999);
    expect(at.authority.requests).toHaveLength(2);
    await at.host.clock.advance(1);
    expect(at.authority.requests).toHaveLength(3);
    at.authority.devices[0]?.approve();
    await at.host.clock.advance(10_000);
    await done;
  });

  test("goes on where the authority is away for a moment", async () => {
    const at = desk();
    const done = at.source.signIn();
    await at.host.clock.advance(0);
    at.authority.script(...Array.from({ length: 6 }, () => authorityError(503, "server_error")));
    await at.host.clock.advance(60_000);
    at.authority.devices[0]?.approve();
    await at.host.clock.advance(60_000);
    expect(await rejection(done)).toBe(undefined);
  });

  test.each(["authorization_declined", "access_denied"])("ends when the person declines (%s)", async (word) => {
    const at = desk();
    const outcome = rejection(at.source.signIn());
    await at.host.clock.advance(0);
    at.authority.script(authorityError(400, word, [70012]));
    await at.host.clock.advance(5_000);
    expect(await outcome).toMatchObject({ name: "AuthError", error: word, codes: [70012], retryable: false });
    expect(at.host.clock.pending).toBe(0);
  });

  test.each([
    ["says", (at: Desk) => at.authority.devices[0]?.expire(), 5_000],
    ["does not say", () => undefined, 900_000],
  ])("ends when the code is too old, whether the authority %s so", async (_, expire, ms) => {
    const at = desk();
    const outcome = rejection(at.source.signIn());
    await at.host.clock.advance(0);
    expire(at);
    await at.host.clock.advance(ms);
    expect(await outcome).toMatchObject({ name: "AuthError", error: "expired_token" });
    expect(at.host.clock.pending).toBe(0);
  });

  test("ends at once when it is aborted", async () => {
    const at = desk();
    const controller = new AbortController();
    const outcome = rejection(at.source.signIn({ signal: controller.signal }));
    await at.host.clock.advance(7_000);
    controller.abort(new Error("enough"));
    expect(String(await outcome)).toBe("Error: enough");
    expect(at.host.clock.pending).toBe(0);
  });

  test("is one for two calls at once", async () => {
    const at = desk();
    const both = Promise.all([at.source.getToken(tokenRequest()), at.source.getToken(tokenRequest())]);
    await approve(at);
    await at.host.clock.advance(1_000);
    const [first, second] = await both;
    expect(first.token).not.toBe(second.token);
    expect(at.prompts).toHaveLength(1);
  });

  test("that is aborted leaves the turn to the next call", async () => {
    const at = desk();
    const controller = new AbortController();
    const first = rejection(at.source.getToken(tokenRequest({ signal: controller.signal })));
    const waiting = new AbortController();
    const second = rejection(at.source.getToken(tokenRequest({ signal: waiting.signal })));
    const third = at.source.getToken(tokenRequest());
    await at.host.clock.advance(0);
    waiting.abort();
    await second;
    expect(at.prompts).toHaveLength(1);
    controller.abort();
    await first;
    await approve(at);
    expect((await third).token).toBe(at.authority.issued[0]?.token);
  });
});

describe("what is shown", () => {
  const shown = async (more: object): Promise<{ prompts: readonly DevicePrompt[]; error: unknown }> => {
    const at = desk();
    const body = {
      device_code: "d",
      user_code: "A\u001b[31mB",
      verification_uri: "https://microsoft.com/devicelogin",
      expires_in: 4,
      ...more,
    };
    at.authority.script({ status: 200, body });
    const outcome = rejection(at.source.signIn());
    await at.host.clock.advance(5_000);
    return { prompts: at.prompts, error: await outcome };
  };

  test("has no control character, no escape sequence and no turned writing", async () => {
    const { prompts } = await shown({
      message: "Go\u0007 to\u001b]8;;https://evil.example\u0007 \u202enigol\u009b2J\u200b\nnow",
    });
    expect(prompts[0]?.message).toBe("Go to ]8;;https://evil.example nigol 2J now");
    expect(prompts[0]?.userCode).toBe("A [31mB");
  });

  test("is a sentence of ours where the authority has none", async () => {
    const { prompts } = await shown({});
    expect(prompts[0]?.message).toBe("Open https://microsoft.com/devicelogin and enter the code A [31mB.");
  });

  test.each(["http://evil.example", "javascript:alert(1)", "https://"])("is not %s", async (uri) => {
    const { prompts, error } = await shown({ verification_uri: uri });
    expect(isAuthError(error) && error.message).toContain("no https address");
    expect(prompts).toEqual([]);
  });

  test("is nothing where the answer is none", async () => {
    const { error } = await shown({ device_code: 7 });
    expect(isAuthError(error) && error.message).toContain("no device code");
  });
});

describe("a kept refresh token", () => {
  test("renews the sign-in without the person, also in another source on the same store", async () => {
    const store = memoryTokenStore();
    const at = desk({ store });
    const done = at.source.signIn();
    await approve(at);
    await done;
    await at.source.getToken(tokenRequest());
    await at.another().getToken(tokenRequest());
    expect(at.prompts).toHaveLength(1);
    expect(at.authority.issued).toHaveLength(3);
    expect(at.authority.requests.at(-1)?.form["refresh_token"]).not.toBe(
      at.authority.requests.at(-2)?.form["refresh_token"],
    );
  });

  test("that was revoked before this source used it leads to a new sign-in", async () => {
    const at = desk({ store: memoryTokenStore() });
    const first = at.source.signIn();
    await approve(at);
    await first;
    at.authority.revokeRefreshTokens();
    const second = at.another().signIn();
    await approve(at);
    await second;
    expect(at.prompts).toHaveLength(2);
  });

  test("that is refused later does not let another person in: the source fails, and a new one signs in", async () => {
    const store = memoryTokenStore();
    const at = desk({ store });
    const first = at.source.signIn();
    await approve(at, "ada");
    await first;
    at.authority.revokeRefreshTokens();
    const error = await rejection(at.source.getToken(tokenRequest()));
    expect(isAuthError(error) && error).toMatchObject({ error: "invalid_grant", codes: [50173] });
    expect(at.prompts).toHaveLength(1);
    const again = at.another().signIn();
    await approve(at, "grace");
    await again;
    expect(at.authority.issued.at(-1)?.user).toBe("grace");
  });

  test("stays where the authority is only in trouble", async () => {
    const at = desk({ store: memoryTokenStore() });
    const first = at.source.signIn();
    await approve(at);
    await first;
    at.authority.script(...Array.from({ length: 3 }, () => authorityError(503, "server_error")));
    const outcome = rejection(at.source.getToken(tokenRequest()));
    await at.host.clock.advance(60_000);
    expect(isAuthError(await outcome)).toBe(true);
    expect(await rejection(at.source.getToken(tokenRequest()))).toBe(undefined);
  });
});

test("a client answers a claims challenge with the refresh token, and the person is not asked", async () => {
  const at = desk();
  const done = at.source.signIn();
  await approve(at);
  await done;
  const claims = { access_token: { nbf: { essential: true, value: "1" } } };
  const challenge = jsonResponse({}, 401, { "www-authenticate": claimsChallenge(claims) });
  const transport = scriptedTransport(challenge, jsonResponse({}));
  const client = createClient({ transport, plugins: [bearerFrom(at.source)], host: at.host, cloud });
  await client.applications("1").synchronization.get();
  expect(at.authority.issued.at(-1)?.claims).toContain('"nbf"');
  expect(at.prompts).toHaveLength(1);
});

test("has no partition: tenant and client id do not say which person it is", () => {
  expect(desk().source).not.toHaveProperty("partition");
});

test("is refused without a prompt", () => {
  expect(() => desk({ prompt: undefined as unknown as () => void })).toThrow("prompt must be a function");
});
