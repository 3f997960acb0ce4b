import { expect, test } from "vitest";
import { functions } from "../../src/index.ts";
import { graphParameterAt, parameterAt } from "../../src/functions/parameter-at.ts";

const named = (name: string) => {
  const found = functions.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
};
const on = (surface: string): number =>
  functions.filter(({ surfaces }) => surfaces.some((one) => one === surface)).length;

test("is plain data, sorted, each name once", () => {
  expect(JSON.parse(JSON.stringify(functions))).toEqual(functions);
  const names = functions.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)].sort());
});

test("has the functions of both references, and the 14 that the service lists", () => {
  // DefaultDomain stands in examples of application provisioning, and not in its list of 44.
  expect(on("app-provisioning")).toBe(44 + 1);
  expect(on("graph")).toBe(14);
  expect(functions.filter(({ graphParameters }) => graphParameters !== undefined).map(({ name }) => name)).toEqual([
    "AppRoleAssignments",
    "Append",
    "DefaultDomain",
    "FormatDateTime",
    "IsNothing",
    "Join",
    "Mid",
    "Not",
    "Prepend",
    "Replace",
    "SingleAppRoleAssignment",
    "Split",
    "StripSpaces",
    "Switch",
  ]);
});

test("names the five that cloud sync alone documents", () => {
  const alone = functions.filter(({ surfaces, status }) => surfaces.join() === "cloud-sync" && status === "documented");
  expect(alone.map(({ name }) => name)).toEqual(["ConvertFromBase64", "DNComponent", "Error", "StringFromSid", "Trim"]);
});

test("leads to a page of Microsoft's for each", () => {
  for (const { docs } of functions) expect(docs).toMatch(/^https:\/\/learn\.microsoft\.com\//);
});

test("says which parameters repeat, in turn", () => {
  const names = [0, 1, 2, 3, 4, 5].map((index) => parameterAt(named("Switch"), index));
  expect(names).toEqual(["source", "defaultValue", "key", "value", "key", "value"]);
  expect(graphParameterAt(named("Switch"), 5, 6)).toBe("switchValue");
  expect(parameterAt(named("Now"), 0)).toBe("argument1");
});

test("tells what must be given from what may", () => {
  const required = named("Replace").parameters.map((parameter) => parameter.required);
  expect(required).toEqual([true, false, false, false, false, false, false]);
  expect(
    named("RandomString")
      .parameters.filter((parameter) => !parameter.required)
      .map(({ name }) => name),
  ).toEqual(["CharactersToAvoid"]);
});
