import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { freshKey, givenKey } from "../../src/sealing/key.ts";
import { SealError, vault } from "../../src/sealing/vault.ts";

const place = { servicePrincipalId: "84f6b1d9-2e03-4c7a-b5f8-7a1d0c9e3b56", key: "SecretToken" };

describe("a sealed value", () => {
  test.each(["s3cr3t-token", "", "ä€😀", "*", "sealed:v1:", "x".repeat(100_000)])("opens as it was: %.20s", (plain) => {
    const { seal, open } = vault(freshKey());
    expect(open(seal(plain, place), place)).toBe(plain);
  });

  test("shows nothing of the value, and never looks the same twice", () => {
    const { seal } = vault(freshKey());
    const sealed = new Set(Array.from({ length: 100 }, () => seal("s3cr3t-token", place)));
    expect(sealed.size).toBe(100);
    for (const text of sealed) {
      expect(text).toMatch(/^sealed:v1:[\w-]+$/u);
      const bytes = Buffer.from(text.slice("sealed:v1:".length), "base64url").toString("latin1");
      expect(bytes).not.toContain("s3cr3t");
    }
  });

  test.each([
    ["another service principal", { ...place, servicePrincipalId: "other" }],
    ["another key", { ...place, key: "BaseAddress" }],
    ["a place with the same letters", { servicePrincipalId: `${place.servicePrincipalId}S`, key: "ecretToken" }],
  ])("opens nowhere else: %s", (_, other) => {
    const { seal, open } = vault(freshKey());
    expect(() => open(seal("s3cr3t", place), other)).toThrow(SealError);
  });

  test("opens with no other key", () => {
    const sealed = vault(freshKey()).seal("s3cr3t", place);
    expect(() => vault(freshKey()).open(sealed, place)).toThrow("sealed with another key");
  });

  test("does not open once a bit of it is changed, and the error holds nothing of it", () => {
    const { seal, open } = vault(freshKey());
    const bytes = Buffer.from(seal("s3cr3t", place).slice("sealed:v1:".length), "base64url");
    for (const index of bytes.keys()) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => open(`sealed:v1:${changed.toString("base64url")}`, place)).toThrow(/another key, or was changed/u);
    }
    for (const length of [0, 11, 12, 27]) {
      const cut = bytes.subarray(0, length).toString("base64url");
      expect(() => open(`sealed:v1:${cut}`, place)).toThrow(SealError);
    }
  });
});

test("a value that somebody wrote by hand is given back as it is", () => {
  expect(vault(freshKey()).open("by-hand", place)).toBe("by-hand");
});

test.each([
  ["too short", randomBytes(31).toString("base64")],
  ["too long", randomBytes(33).toString("base64")],
  ["no base64", "!".repeat(44)],
  ["hexadecimal", randomBytes(32).toString("hex")],
  ["empty", ""],
])("a key that is %s is refused, and is not printed", (_, text) => {
  expect(() => givenKey(text)).toThrow("The key that was given is not 32 bytes in base64. Make a key with: openssl");
  if (text !== "") expect(() => givenKey(text)).not.toThrow(text);
});

test("a key may have space around it, and lack the sign at its end", () => {
  const key = randomBytes(32).toString("base64");
  const sealed = vault(givenKey(key)).seal("s3cr3t", place);
  expect(vault(givenKey(` ${key.replace("=", "")}\n`)).open(sealed, place)).toBe("s3cr3t");
});
