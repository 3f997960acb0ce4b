import { expect, test } from "vitest";
import { check } from "../../src/check.ts";
import { parse } from "../../src/index.ts";

const codes = (text: string, surface?: "app-provisioning" | "cloud-sync"): readonly string[] =>
  check(parse(text), surface === undefined ? {} : { surface }).map(({ severity, code }) => `${severity} ${code}`);

test.each<[string, readonly string[]]>([
  ['Join(" ", [a], [b])', []],
  ["[a]", []],
  ["join([a])", ["error unknown-function"]],
  ["Append([a])", ["error argument-count"]],
  ["Append([a], )", ["error argument-missing"]],
  ["Trim([a])", ["error wrong-surface"]],
  ["AppRoleAssignments([a])", ["error not-implemented"]],
  ['ToLower(SelectUniqueValue("a", "b"))', ["error not-nested"]],
  ['SelectUniqueValue("a", "b")', []],
  ['Switch([a], "d", "k")', ["error argument-count"]],
  ['Replace([a], , "(?>x)", , "", , )', ["error regular-expression"]],
  ['Replace([a], , [pattern], , "", , )', []],
  ['Switch(IsPresent([a]), "d", "True", [a])', ["warning switch-presence"]],
  ['IIF(IsNullOrEmpty([a]), "x", [a])', ["warning condition-presence"]],
  ['IIF([a] = "", "x", [a])', ["warning condition-presence"]],
  ['Join("", Nope(), [a] & Nope(), [a] = Nope())', Array<string>(3).fill("error unknown-function")],
])("%s has the findings %j", (text, expected) => {
  expect(codes(text)).toEqual(expected);
});

test("cloud sync has other functions and no limit on conditions", () => {
  expect(codes('IIF(IsPresent([a]), Trim([a]), "x")', "cloud-sync")).toEqual([]);
  expect(codes("Now()", "cloud-sync")).toEqual(["error wrong-surface"]);
});

test("a finding names the function and its place", () => {
  const text = 'Join(" ", trim([a]))';
  const [finding] = check(parse(text));
  expect(finding?.message).toMatch(/^trim: /);
  expect(text.slice(finding?.start, finding?.end)).toBe("trim([a])");
});
