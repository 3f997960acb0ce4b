import { describe, expect, test } from "vitest";
import { isLoopback, noProxy } from "../src/no-proxy.ts";

describe("NO_PROXY", () => {
  test.each([
    ["example.com", "example.com", 443, true],
    ["example.com", "graph.example.com", 443, true],
    ["example.com", "notexample.com", 443, false],
    ["example.com", "example.com.evil.test", 443, false],
    [".example.com", "graph.example.com", 443, true],
    [".example.com", "example.com", 443, false],
    ["*.example.com", "graph.example.com", 443, true],
    ["*.example.com", "example.com", 443, false],
    ["EXAMPLE.com", "example.com", 443, true],
    ["example.com:8443", "example.com", 8443, true],
    ["example.com:8443", "example.com", 443, false],
    ["a.test, b.test\tc.test", "c.test", 80, true],
    ["*", "anything.test", 80, true],
    ["10.1.2.3", "10.1.2.3", 80, true],
    ["10.1.2.3", "10.1.2.4", 80, false],
    ["10.1.2.3:80", "10.1.2.3", 80, true],
    ["10.1.2.3:80", "10.1.2.3", 81, false],
    ["10.0.0.0/8", "10.200.1.1", 443, true],
    ["10.0.0.0/8", "11.0.0.1", 443, false],
    ["10.0.0.0/8", "10.example.com", 443, false],
    ["192.168.1.128/25", "192.168.1.129", 443, true],
    ["192.168.1.128/25", "192.168.1.127", 443, false],
    ["0.0.0.0/0", "203.0.113.9", 443, true],
    ["fd00::/8", "fd12:3456::1", 443, true],
    ["fd00::/8", "fe80::1", 443, false],
    ["2001:db8::1", "2001:db8:0:0::1", 443, true],
    ["[2001:db8::1]:443", "2001:db8::1", 443, true],
    ["[2001:db8::1]:443", "2001:db8::1", 80, false],
    ["10.0.0.0/99", "10.0.0.1", 443, false],
    ["10.0.0.0/99, a.test", "a.test", 443, true],
    ["http://a.test/b", "a.test", 443, false],
    ["", "a.test", 443, false],
  ])("of %j: %s, port %d, goes without a proxy: %s", (list, hostname, port, expected) => {
    expect(noProxy(list)(hostname, port)).toBe(expected);
  });
});

test.each([
  ["localhost", true],
  ["app.localhost", true],
  ["127.0.0.1", true],
  ["127.8.9.10", true],
  ["::1", true],
  ["::ffff:127.0.0.1", true],
  ["128.0.0.1", false],
  ["localhost.example.com", false],
  ["notlocalhost", false],
])("%s is this machine: %s", (hostname, expected) => {
  expect(isLoopback(hostname)).toBe(expected);
});
