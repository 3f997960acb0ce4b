import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { claimsOf, parseChallenges } from "../../src/auth/challenge.ts";

const claims = { access_token: { nbf: { essential: true, value: "1702682181" }, name: { value: "Grüße" } } };
const json = JSON.stringify(claims);
const base64 = Buffer.from(json).toString("base64");

describe("parseChallenges", () => {
  test.each<readonly [string, readonly object[]]>([
    ["", []],
    ["Bearer", [{ scheme: "bearer", params: {} }]],
    ['Bearer realm=""', [{ scheme: "bearer", params: { realm: "" } }]],
    ["Negotiate YIIabc==", [{ scheme: "negotiate", params: {} }]],
    [
      'Basic realm="a, b \\"c\\"", Bearer error="insufficient_claims" , claims=abc',
      [
        { scheme: "basic", params: { realm: 'a, b "c"' } },
        { scheme: "bearer", params: { error: "insufficient_claims", claims: "abc" } },
      ],
    ],
    [
      ', ,Negotiate abc==, , Bearer  A = b ,C="d",',
      [
        { scheme: "negotiate", params: {} },
        { scheme: "bearer", params: { a: "b", c: "d" } },
      ],
    ],
    ["Bearer a=1, A=2", [{ scheme: "bearer", params: { a: "1" } }]],
    ["Bearer __proto__=x", [{ scheme: "bearer", params: JSON.parse('{"__proto__":"x"}') as object }]],
  ])("%s", (header, expected) => {
    expect(parseChallenges(header).map(({ scheme, params }) => ({ scheme, params: { ...params } }))).toEqual(expected);
  });

  test("ends on anything, at once", () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (header) => Array.isArray(parseChallenges(header))));
    for (const hard of [
      'Bearer a="'.padEnd(16_000, "\\"),
      "Bearer ".padEnd(16_000, "a "),
      "a,".repeat(8_000),
      "x".repeat(100_000),
    ]) {
      expect(Array.isArray(parseChallenges(hard))).toBe(true);
    }
  });
});

describe("claimsOf", () => {
  test.each([
    ["base64", `Bearer realm="", error="insufficient_claims", claims="${base64}"`],
    ["base64url without padding", `Bearer claims="${Buffer.from(json).toString("base64url")}"`],
    [
      "behind another challenge, parameters in another order",
      `Basic realm="x, y", Bearer claims="${base64}", error="insufficient_claims"`,
    ],
    ["in a second Bearer challenge", `Bearer error="invalid_token", Bearer claims="${base64}"`],
  ])("reads claims: %s", (_, header) => {
    expect(JSON.parse(claimsOf(header) ?? "")).toEqual(claims);
  });

  test.each([
    undefined,
    "",
    "Bearer",
    `Basic claims="${base64}"`,
    'Bearer claims="%%%"',
    `Bearer claims="${Buffer.from("text").toString("base64")}"`,
    `Bearer claims="${Buffer.from("7").toString("base64")}"`,
    `Bearer claims="${Buffer.from([0x7b, 0xff, 0x7d]).toString("base64")}"`,
  ])("finds none in %j", (header) => {
    expect(claimsOf(header)).toBe(undefined);
  });
});
