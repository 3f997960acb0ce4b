import type { PluginHost } from "@graph-sync/core";
import { fakeHost } from "@graph-sync/testing";
import { expect, test } from "vitest";
import { perIdentity } from "../src/per-identity.ts";

const one = fakeHost();

function hostOf(id: string, origin = "https://graph.microsoft.com", host = one): PluginHost {
  return { ...host, partition: { id, stable: false }, origin, scope: `${origin}/.default` };
}

test("one identity at one origin on one clock has one state", () => {
  let made = 0;
  const stateOf = perIdentity(() => ++made);
  expect([stateOf(hostOf("a")), stateOf(hostOf("a"))]).toEqual([1, 1]);
  expect(stateOf(hostOf("b"))).toBe(2);
  expect(stateOf(hostOf("a", "https://graph.microsoft.us"))).toBe(3);
  expect(stateOf(hostOf("a", undefined, fakeHost()))).toBe(4);
  expect(stateOf(hostOf("a"))).toBe(1);
});

test("no more identities are kept than said, and the one not installed for the longest time goes first", () => {
  let made = 0;
  const stateOf = perIdentity(() => ++made, 2);
  const states = ["a", "b", "a", "c", "a", "b"].map((id) => stateOf(hostOf(id)));
  expect(states).toEqual([1, 2, 1, 3, 1, 4]);
});
