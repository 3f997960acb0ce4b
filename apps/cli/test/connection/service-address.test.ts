import { clouds } from "@graph-sync/core";
import { describe, expect, test } from "vitest";
import { isLocal, printed, serviceAddress } from "../../src/connection/service-address.ts";

describe("--base-url", () => {
  test("is the real service unless told", () => {
    expect(serviceAddress(undefined)).toEqual({ cloud: clouds.global, version: "v1.0" });
  });

  test.each([
    ["http://127.0.0.1:8787", "http://127.0.0.1:8787/v1.0"],
    ["http://127.0.0.1:8787/", "http://127.0.0.1:8787/v1.0"],
    ["http://localhost:8787/v1.0/", "http://localhost:8787/v1.0"],
    ["http://[::1]:8787/beta", "http://[::1]:8787/beta"],
    ["https://gateway.example/v1.0", "https://gateway.example/v1.0"],
    ["https://GRAPH.microsoft.com/beta", "https://graph.microsoft.com/beta"],
  ])("%s is read as %s", (given, expected) => {
    expect(printed(serviceAddress(given))).toBe(expected);
  });

  test("of a cloud that is known is that cloud, with its own authority", () => {
    expect(serviceAddress("https://graph.microsoft.us/v1.0").cloud).toBe(clouds.usGov);
  });

  test.each([
    ["graph.microsoft.com", "not an address that begins with"],
    ["localhost:8787/v1.0", "not an address that begins with"],
    ["http://graph.microsoft.com", "must begin with https://"],
    ["ftp://127.0.0.1", "not an address that begins with"],
    ["https://graph.microsoft.com/v2.0", "in /v1.0 or in /beta"],
    ["https://graph.microsoft.com/v1.0/me", "in /v1.0 or in /beta"],
    ["https://graph.microsoft.com/v1.0?a=b", "scheme, host and port"],
  ])("%s is refused with what is wrong", (given, sentence) => {
    expect(() => serviceAddress(given)).toThrow(sentence);
  });

  test("with a password is refused without showing it", () => {
    expect(() => serviceAddress("https://me:hunter2@graph.microsoft.com")).toThrow(
      /^--base-url must not hold a user name or a password\.$/,
    );
  });

  test("on this machine is known as such", () => {
    expect(
      ["http://127.0.0.1:1", "https://localhost", "http://[::1]:1"].map((url) => isLocal(serviceAddress(url))),
    ).toEqual([true, true, true]);
    expect(isLocal(serviceAddress("https://localhost.example"))).toBe(false);
  });
});
