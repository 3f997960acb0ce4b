import { describe, expect, test } from "vitest";
import { compileFilter } from "../../src/odata/compile-filter.ts";
import { provisioningLogType } from "../../src/odata/entity-type.ts";
import { ODataSyntaxError } from "../../src/odata/odata-error.ts";
import { readOrderBy } from "../../src/odata/order-by.ts";
import { parseFilter } from "../../src/odata/parse-filter.ts";

const entries = [
  {
    id: "a",
    jobId: "scim.1",
    activityDateTime: "2023-07-30T12:00:00.1234567Z",
    durationInMilliseconds: 5,
    provisioningAction: "create",
    servicePrincipal: { id: "6cc35b93-185a-4485-a519-50c09549f3ad", displayName: "Contoso" },
    sourceIdentity: { id: "s1", displayName: "O'Brien" },
    modifiedProperties: [
      { displayName: "members", newValue: "x" },
      { displayName: "mail", newValue: null },
    ],
  },
  {
    id: "b",
    jobId: "scim.2",
    activityDateTime: "2023-07-31T00:00:00Z",
    durationInMilliseconds: 40,
    provisioningAction: "Update",
    servicePrincipal: { id: "none", displayName: "contoso" },
    sourceIdentity: null,
    modifiedProperties: [],
  },
];

function ids(filter: string): readonly string[] {
  return entries.filter(compileFilter(parseFilter(filter), provisioningLogType)).map(({ id }) => id);
}

test.each([
  ["id eq 'a'", ["a"]],
  ["id ne 'a'", ["b"]],
  ["'a' eq id", ["a"]],
  ["jobid eq 'scim.1'", ["a"]],
  ["jobId eq 'SCIM.1'", []],
  ["durationInMilliseconds gt 5", ["b"]],
  ["durationInMilliseconds ge 5", ["a", "b"]],
  ["durationInMilliseconds lt 40", ["a"]],
  ["durationInMilliseconds le 5.0", ["a"]],
  ["durationInMilliseconds gt -1", ["a", "b"]],
  ["provisioningAction eq 'Create'", ["a"]],
  ["provisioningAction in ('update', 'delete')", ["b"]],
  ["activityDateTime ge 2023-07-31", ["b"]],
  ["activityDateTime gt 2023-07-30T12:00:00Z", ["a", "b"]],
  ["activityDateTime lt 2023-07-30T14:00:00+02:00", []],
  ["activityDateTime gt 2023-07-30 and activityDateTime lt 2023-07-31", ["a"]],
  ["sourceIdentity/id eq 's1'", ["a"]],
  ["sourceIdentity/id eq null", ["b"]],
  ["sourceIdentity/id ne null", ["a"]],
  ["sourceIdentity/displayName eq 'O''Brien'", ["a"]],
  ["sourceIdentity/nothing/more eq null", ["a", "b"]],
  ["servicePrincipal/id eq 6cc35b93-185a-4485-a519-50c09549f3ad", ["a"]],
  ["startswith(servicePrincipal/displayName, 'Con')", ["a"]],
  ["endswith(servicePrincipal/displayName,'toso') eq true", ["a", "b"]],
  ["contains(tolower(servicePrincipal/displayName), 'cont')", ["a", "b"]],
  ["tolower(servicePrincipal/displayName) eq 'contoso'", ["a", "b"]],
  ["contains(sourceIdentity/displayName, 'x')", []],
  ["not startswith(servicePrincipal/displayName, 'Con')", ["b"]],
  ["not not (id eq 'a')", ["a"]],
  ["id eq 'a' or id eq 'b' and jobId eq 'none'", ["a"]],
  ["(id eq 'a' or id eq 'b') and jobId eq 'scim.2'", ["b"]],
  ["modifiedProperties/any(p: p/displayName eq 'members')", ["a"]],
  ["modifiedProperties/any(p:p/displayName eq 'members' and p/newValue eq 'y')", []],
  ["modifiedProperties/any()", ["a"]],
  ["modifiedProperties/all(p: p/displayName eq 'mail' or id eq 'a')", ["a", "b"]],
  ["not modifiedProperties/any(p: p/displayName eq 'mail')", ["b"]],
  ["jobid eq 'scim.1' and(servicePrincipal/id ne 'none')", ["a"]],
])("%s", (filter, expected) => {
  expect(ids(filter)).toEqual(expected);
});

test("the filter of Microsoft's guide to cross-tenant synchronization is read", () => {
  const id = "6cc35b93-185a-4485-a519-50c09549f3ad";
  expect(
    ids(
      `((contains(tolower(servicePrincipal/id), '${id}') or contains(tolower(servicePrincipal/displayName), '${id}')) and activityDateTime gt 2023-07-30 and activityDateTime lt 2023-07-31)`,
    ),
  ).toEqual(["a"]);
});

describe("is refused, with its place", () => {
  test.each([
    ["", "ends too early", 0],
    ["id", undefined, undefined],
    ["id eq", "ends too early", 5],
    ["id eq 'a' and", "ends too early", 13],
    ["id eq 'a", "unterminated string literal", 6],
    ["id = 'a'", "character '=' is not valid", 3],
    ["id equals 'a'", "Syntax error at 'equals'", 3],
    ["(id eq 'a'", "ends too early", 10],
    ["id eq 'a')", "Syntax error at ')'", 9],
    ["substringof('a', id)", "unknown function 'substringof'", 0],
    ["id in ()", "Syntax error at ')'", 7],
    ["id in ('a' 'b')", "Syntax error at 'b'", 11],
    ["nothing eq 'a'", "named 'nothing'", 0],
    ["id eq nothing", "named 'nothing'", 0],
    ["modifiedProperties/any(p: q/displayName eq 'x')", "named 'q'", 0],
    ["modifiedProperties/some(p: p eq 'x')", "Syntax error at '('", 23],
    ["any(p: p eq 'x')", "unknown function 'any'", 0],
    ["durationInMilliseconds gt '5'", "is a number and '5' is a text", 0],
    ["activityDateTime gt '2023'", "is a date", 0],
    ["activityDateTime gt 2023-13-45", "is no date", 20],
    ["activityDateTime gt 2023-02-30", "is no date", 20],
    ["activityDateTime gt 2023-02-29T10:00:00Z", "is no date", 20],
    ["jobId in ('a', 1)", "is a text and '1' is a number", 0],
    [`${"(".repeat(60)}id eq 'a'${")".repeat(60)}`, "nested too deep", 50],
  ])("%s", (filter, message, position) => {
    if (message === undefined) {
      // A property alone asks whether it is true.
      expect(ids(filter)).toEqual([]);
      return;
    }
    let failure: unknown;
    try {
      ids(filter);
    } catch (error) {
      failure = error;
    }
    expect(failure).toBeInstanceOf(ODataSyntaxError);
    expect(failure).toMatchObject({ message: expect.stringContaining(message) as unknown, position });
  });
});

test("a long filter is read in a time that grows with it", () => {
  const filter = Array.from({ length: 2_000 }, (_, index) => `id eq '${index}'`).join(" or ");
  expect(ids(`${filter} or id eq 'a'`)).toEqual(["a"]);
});

test.each([
  ["id desc", ["b", "a"]],
  ["activityDateTime", ["a", "b"]],
  ["durationInMilliseconds desc", ["b", "a"]],
  ["sourceIdentity/id", ["b", "a"]],
  ["sourceIdentity/id desc", ["a", "b"]],
  ["tenantId, id desc", ["b", "a"]],
])("orders by %s", (order, expected) => {
  expect(entries.toSorted(readOrderBy(order, provisioningLogType)).map(({ id }) => id)).toEqual(expected);
});

test("moments are ordered as moments, however they are written", () => {
  const moments = ["2026-05-06T10:00:00.5Z", "2026-05-06T10:00:00Z", "2026-05-06T11:00:00+02:00"];
  const of = moments.map((activityDateTime) => ({ activityDateTime }));
  expect(of.toSorted(readOrderBy("activityDateTime", provisioningLogType))).toEqual([of[2], of[1], of[0]]);
});
