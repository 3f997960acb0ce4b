import type { SynchronizationSchema } from "@graph-sync/core";
import { describe, expect, test } from "vitest";
import { diff, formatChanges } from "../../src/index.ts";
import { attribute, direct, inventedSchema, mapped, text } from "../invented-schema.ts";
import { asSchema, clause, scoped, smallSchema } from "../small-schema.ts";

const lines = (before: SynchronizationSchema, after: SynchronizationSchema): readonly string[] =>
  formatChanges(diff(before, after)).split("\n").slice(0, -1);

const nick = { target: [text("nick")] };

describe("what means nothing is no change", () => {
  test.each<readonly [string, SynchronizationSchema, SynchronizationSchema]>([
    ["the version", smallSchema(), smallSchema({ schema: { version: "v9" } })],
    ["null and nothing", smallSchema(), smallSchema({ rule: { containerFilter: null, metadata: [] } })],
    [
      "a documented default",
      smallSchema({ ...nick, mappings: [{ source: attribute("mail"), targetAttributeName: "nick" }] }),
      smallSchema({ ...nick, mappings: [direct("mail", "nick")] }),
    ],
    [
      "blanks, order and case of flags",
      smallSchema({ objectMapping: { flowTypes: "Add,Update,Delete" } }),
      smallSchema({ objectMapping: { flowTypes: "delete, Update, Add" } }),
    ],
    [
      "the case of an attribute's type",
      smallSchema(nick),
      smallSchema({ target: [{ ...text("nick"), type: "string" }] }),
    ],
    [
      "the order of clauses and groups",
      smallSchema({ scope: scoped([clause("mail", "IS NULL"), clause("department", "EQUALS", "a")]) }),
      smallSchema({ scope: scoped([clause("department", "EQUALS", "a"), clause("mail", "IS NULL")]) }),
    ],
  ])("%s", (_what, before, after) => {
    expect(diff(before, after)).toEqual([]);
    expect(diff(after, before)).toEqual([]);
  });

  test("when a directory was discovered", () => {
    const before = inventedSchema(1);
    const directories = (before.directories ?? []).map((one) => ({
      ...one,
      discoveryDateTime: "2027-01-01",
      version: "9",
    }));
    expect(diff(before, { ...before, directories })).toEqual([]);
  });

  test("two mappings of one target that changed places", () => {
    const [one, other] = [direct("mail", "nick"), direct("employeeId", "nick")];
    const before = smallSchema({ ...nick, mappings: [one, other] });
    expect(diff(before, smallSchema({ ...nick, mappings: [other, one] }))).toEqual([]);
  });
});

describe("a change is told by names", () => {
  test.each<readonly [string, SynchronizationSchema, SynchronizationSchema, string]>([
    [
      "a mapping that came",
      smallSchema(nick),
      smallSchema({ ...nick, mappings: [direct("mail", "nick")] }),
      "+ attribute mapping MEMBERS › User → member › nick ← [mail]",
    ],
    [
      "a mapping that reads something else",
      smallSchema({ ...nick, mappings: [direct("mail", "nick")] }),
      smallSchema({ ...nick, mappings: [direct("employeeId", "nick")] }),
      "~ attribute mapping MEMBERS › User → member › nick: source [mail] → [employeeId]",
    ],
    [
      "another default",
      smallSchema({ ...nick, mappings: [mapped("nick", null)] }),
      smallSchema({ ...nick, mappings: [{ ...mapped("nick", null), defaultValue: "a\nb" }] }),
      '~ attribute mapping MEMBERS › User → member › nick: defaultValue null → "a\\nb"',
    ],
    [
      "a clause that compares with something else",
      smallSchema({ scope: scoped([clause("department", "EQUALS", "a")]) }),
      smallSchema({ scope: scoped([clause("department", "EQUALS", "b")]) }),
      '~ filter clause MEMBERS › User → member › group 1 › department EQUALS: targetOperand ["a"] → ["b"]',
    ],
    [
      "an attribute of a directory that went",
      smallSchema(nick),
      smallSchema(),
      "- attribute Juniper Shop › member › nick",
    ],
    [
      "a rule that was renamed",
      smallSchema(),
      smallSchema({ rule: { name: "PEOPLE" } }),
      "~ rule PEOPLE: name MEMBERS → PEOPLE",
    ],
    [
      "a member that nobody knows",
      smallSchema(),
      smallSchema({ rule: { id: "bbbbbbbb-0000-4000-8000-000000000001", ...{ "x-new": [1] } } }),
      "~ rule MEMBERS: x-new (none) → [1]",
    ],
  ])("%s", (_what, before, after, line) => {
    expect(lines(before, after)).toEqual([line]);
  });

  test("as data: where it is in both schemas, and what it was and is", () => {
    const before = smallSchema({ ...nick, mappings: [direct("mail", "nick")] });
    const after = smallSchema({ ...nick, allMappings: [direct("mail", "nick", 2)] });
    const changes = diff(before, after);
    expect(changes.find(({ member }) => member === "matchingPriority")).toEqual({
      kind: "changed",
      what: "attribute mapping",
      place: ["MEMBERS", "User → member", "nick"],
      member: "matchingPriority",
      from: ["synchronizationRules", 0, "objectMappings", 0, "attributeMappings", 2, "matchingPriority"],
      to: ["synchronizationRules", 0, "objectMappings", 0, "attributeMappings", 0, "matchingPriority"],
      before: 0,
      after: 2,
    });
  });

  test("a name cannot fake a line, nor a sign that is not seen mislead", () => {
    const name = "nick\n+ rule EVIL \u202Egnp";
    const [line, more] = lines(smallSchema(), smallSchema({ target: [text(name)] }));
    expect(line).toBe('+ attribute Juniper Shop › member › "nick\\n+ rule EVIL \\u202egnp"');
    expect(more).toBeUndefined();
  });

  test("a long value is cut, with its length", () => {
    const [line] = lines(smallSchema(), asSchema({ ...smallSchema(), note: "x".repeat(500) }));
    expect(line).toContain("… (500 characters)");
  });
});
