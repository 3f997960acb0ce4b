import { describe, expect, test } from "vitest";
import { formatChanges, plan, type PlanOptions } from "../../src/index.ts";
import { direct, inventedSchema, text } from "../invented-schema.ts";
import { clause, scoped, smallSchema } from "../small-schema.ts";

const sales = scoped([clause("department", "EQUALS", "Sales")]);
const north = scoped([clause("department", "EQUALS", "Sales"), clause("employeeId", "IS NOT NULL")]);
const all = smallSchema();
const inSales = smallSchema({ scope: sales });
const inNorth = smallSchema({ scope: north });

const kinds = (...[current, desired, options]: Parameters<typeof plan>): readonly string[] =>
  plan(current, desired, options).effects.map(({ kind }) => kind);

describe("the effects", () => {
  test("of nothing are none, and the body is what is there", () => {
    expect(plan(all, all)).toEqual({ changes: [], effects: [], body: all });
  });

  test.each([
    ["a filter where there was none", all, inSales, ["full-resync", "may-leave-scope", "deletes-unguarded"]],
    ["one more clause", inSales, inNorth, ["full-resync", "may-leave-scope", "deletes-unguarded"]],
    ["one clause less", inNorth, inSales, ["full-resync", "may-enter-scope"]],
    ["no filter any more", inSales, all, ["full-resync", "may-enter-scope"]],
    [
      "one more group",
      inSales,
      smallSchema({ scope: scoped([clause("department", "EQUALS", "Sales")], [clause("mail", "IS NULL")]) }),
      ["full-resync", "may-enter-scope"],
    ],
    [
      "another department",
      inSales,
      smallSchema({ scope: scoped([clause("department", "EQUALS", "Press")]) }),
      ["full-resync", "may-leave-scope", "may-enter-scope", "deletes-unguarded"],
    ],
    ["a disabled mapping", all, smallSchema({ objectMapping: { enabled: false } }), ["full-resync", "not-processed"]],
    ["an enabled mapping", smallSchema({ objectMapping: { enabled: false } }), all, ["full-resync", "may-enter-scope"]],
    ["no deletes", all, smallSchema({ objectMapping: { flowTypes: "Add,Update" } }), ["full-resync", "flow-types"]],
    [
      "another matching attribute",
      smallSchema({ target: [text("nick")] }),
      smallSchema({ target: [text("nick")], mappings: [direct("mail", "nick", 2)] }),
      ["full-resync", "matching"],
    ],
    [
      "one more attribute",
      smallSchema({ target: [text("nick")] }),
      smallSchema({ target: [text("nick")], mappings: [direct("mail", "nick")] }),
      ["full-resync"],
    ],
    [
      "a rule that must not be changed",
      smallSchema({ rule: { editable: false } }),
      smallSchema({ rule: { editable: false, priority: 2 } }),
      ["full-resync", "not-editable"],
    ],
  ])("of %s", (_what, current, desired, expected) => {
    expect(kinds(current, desired)).toEqual(expected);
  });

  test("a threshold holds deletes, and skipping out-of-scope deletions makes none", () => {
    expect(kinds(all, inSales, { deleteThreshold: 500 })).toEqual(["full-resync", "may-leave-scope", "deletes-held"]);
    const [, leaving, ...rest] = plan(all, inSales, { skipOutOfScopeDeletions: true }).effects;
    expect(leaving?.message).toContain("keep their accounts");
    expect(rest).toEqual([]);
  });
});

describe("with the objects of the source", () => {
  const people = [
    { department: "Sales", employeeId: "1" },
    { department: "Sales" },
    { department: "sales", employeeId: "3" },
    { employeeId: "4" },
  ];
  const options = (deleteThreshold: number): PlanOptions => ({ objects: { User: people }, deleteThreshold });

  test("those who leave and those who enter are named", () => {
    expect(plan(inSales, inNorth, options(5)).effects).toMatchObject([
      { kind: "full-resync" },
      { kind: "leave-scope", place: ["MEMBERS", "User → member"], objects: [people[1]] },
    ]);
    expect(plan(inSales, all, options(5)).effects).toMatchObject([
      { kind: "full-resync" },
      { kind: "enter-scope", objects: [people[2], people[3]] },
    ]);
  });

  test("the threshold holds only when it is exceeded", () => {
    expect(kinds(all, inSales, options(2))).toEqual(["full-resync", "leave-scope"]);
    expect(plan(all, inSales, options(1)).effects.at(-1)).toMatchObject({
      kind: "deletes-held",
      message: expect.stringContaining("2 objects leave, more than 1") as unknown,
    });
  });

  test.each([
    [{ deleteThreshold: -1 }, "deleteThreshold"],
    [{ deleteThreshold: 1.5 }, "deleteThreshold"],
    [{ objects: { User: {} } }, "objects.User"],
    [{ objects: { User: [null] } }, "objects.User"],
    [{ objects: 7 }, "objects"],
  ])("the options %j are refused", (wrong, path) => {
    // The types forbid these.
    expect(() => plan(all, all, wrong as unknown as PlanOptions)).toThrow(
      expect.objectContaining({ code: "bad-option", path }),
    );
  });
});

describe("the body", () => {
  const current = inventedSchema(1);

  test("is the desired schema, with what the service gives by itself as the job has it", () => {
    const [source, target] = current.directories ?? [];
    const desired = {
      ...current,
      id: "scim.another",
      version: "v0",
      directories: [
        { ...target, id: "another", discoveryDateTime: "2020-01-01T00:00:00Z" },
        { ...source, id: "another one" },
      ],
    };
    const { body, changes } = plan(current, desired);
    expect(changes).toEqual([]);
    expect(body).toEqual({ ...current, directories: [target, source] });
  });

  test("gives a rule without an id that of its namesake", () => {
    const [rule] = current.synchronizationRules ?? [];
    const { id: _id, ...nameless } = { ...rule };
    const { body } = plan(current, { ...current, synchronizationRules: [nameless] });
    expect(body.synchronizationRules?.[0]?.id).toBe(rule?.id);
  });

  test("keeps what nobody knows, and holds what did not change", () => {
    const desired = { ...current, "x-new": { kept: [null] }, synchronizationRules: [] };
    const { body, changes } = plan(current, desired);
    expect(body).toMatchObject({ "x-new": { kept: [null] }, directories: current.directories });
    expect(formatChanges(changes).split("\n")).toEqual([
      "- rule USER_OUT",
      '~ schema: x-new (none) → {"kept":[null]}',
      "",
    ]);
  });
});
