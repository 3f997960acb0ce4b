import { inspect } from "node:util";
import { canaries, type CanaryKind, canaryScan } from "@graph-sync/testing/canaries";
import { describe, expect, test } from "vitest";

const { token } = canaries;
const kinds = Object.entries(canaries);

/** Values that show a token, each in one way. */
const leaks: readonly (readonly [string, unknown])[] = [
  ["text", `Bearer ${token}`],
  ["text that was cut", `Bearer ${token}`.slice(0, 40)],
  ["a member", { headers: { authorization: token } }],
  ["a member far below", { a: { b: { c: { d: { e: [{ f: token }] } } } } }],
  ["the key of a member", { [token]: 1 }],
  ["an entry of a map", new Map([["authorization", token]])],
  ["headers", new Headers({ authorization: token })],
  ["a message", new Error(`invalid header value: ${token}`)],
  ["the cause of an error", new Error("x", { cause: new Error("y", { cause: token }) })],
  ["a gathered error", new AggregateError([new Error(token)], "x")],
  ["a member of an error", Object.assign(new Error("x"), { request: { body: token } })],
  ["toJSON", { toJSON: () => token, [inspect.custom]: () => "hidden" }],
  ["inspection", { toJSON: () => "hidden", [inspect.custom]: () => token }],
  ["text of its own", { toString: () => token, toJSON: () => "", [inspect.custom]: () => "" }],
  ["an address", `https://graph.microsoft.com/?t=${encodeURIComponent(`${token}=`)}`],
  ["base64", Buffer.from(`Basic x:${token}`).toString("base64")],
  ["base64 at another place", Buffer.from(`y:${token}`).toString("base64")],
  ["base64url at the third", Buffer.from(`ab${token}`).toString("base64url")],
];

describe("canaryScan", () => {
  test.each(leaks)("finds one in %s, and does not repeat it", (_, value) => {
    let thrown: unknown;
    try {
      canaryScan("harmless", value);
    } catch (error) {
      thrown = error;
    }
    expect(String(thrown)).toMatch(/^Error: A secret is shown: the token canary is in a value .*not repeated/);
    expect(() => canaryScan(thrown)).not.toThrow();
  });

  test.each(kinds)("knows the %s", (kind, value) => {
    expect(() => canaryScan({ value: [value] })).toThrow(`the ${kind satisfies string as CanaryKind} canary`);
  });

  test("passes what shows none: a hidden one, a private one, values of every type, circles, and what throws when shown", () => {
    class Hidden {
      readonly #token = token;
      get length(): number {
        return this.#token.length;
      }
    }
    const circle: { self?: unknown } = {};
    circle.self = circle;
    const own = new Error("x");
    own.cause = own;
    const throwing = {
      toJSON: () => {
        throw new Error("no");
      },
    };
    const hidden = Object.defineProperty(new Error("x"), "headers", { value: { authorization: token } });
    const values = [
      undefined,
      null,
      0,
      1n,
      Symbol("s"),
      () => token.length,
      circle,
      own,
      throwing,
      hidden,
      new Hidden(),
    ];
    expect(() => canaryScan(...values)).not.toThrow();
  });

  test("a canary is what its kind is: a token can be sent, a key has its lines", () => {
    expect(token).toMatch(/^[\w.~+/=-]+$/);
    expect(canaries.pem).toMatch(/^-----BEGIN PRIVATE KEY-----\n[\w+/=]+\n-----END PRIVATE KEY-----\n$/);
  });
});
