import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { input } from "../run-cli.ts";
import { ada, withAda } from "./ada.ts";
import { offline } from "./offline.ts";

const file = fileURLToPath(new URL("filters/sales.json", import.meta.url));
const tried = (object: object, ...words: readonly string[]): ReturnType<typeof offline> =>
  offline(["filter", "test", file, "--input", "-", ...words], { stdin: input(JSON.stringify(object)) });

test("filter test tells why an object is in scope, or out of it", async () => {
  const inside = await tried({ department: "Sales", country: "DE" });
  const outside = await tried({ department: "HR" });
  expect([inside.code, outside.code]).toEqual([0, 0]);
  await expect(`${inside.stdout}\n${outside.stdout}`).toMatchFileSnapshot("expected/filter-test.txt");
});

test("filter test --exit-status ends with 1 for an object out of scope", async () => {
  expect((await tried({ department: "HR" }, "--exit-status")).code).toBe(1);
  expect((await tried({ department: "Sales", country: "DE" }, "--exit-status", "--json", "inScope")).stdout).toContain(
    "true",
  );
});

test.each([
  ['{"a": 1}', "holds no scoping filter"],
  ['{"groups": [{"clauses": [{"sourceOperandName": "a", "operatorName": "LIKE"}]}]}', 'operatorName is "LIKE"'],
  ['{"synchronizationRules": []}', "The schema maps no objects."],
])("filter test refuses %s", async (text, sentence) => {
  const { code, stderr } = await offline(["filter", "test", "-", "--input", file], { stdin: input(text) });
  expect(code).not.toBe(0);
  expect(stderr).toContain(sentence);
});

test("filter test --user reads of the user what the filter looks at", async () => {
  const tenant = await withAda();
  const { code, stdout } = await tenant.run("filter", "test", file, "--user", ada.userPrincipalName, "--exit-status");
  expect(code).toBe(0);
  expect(stdout).toContain("In scope");
  expect(tenant.sent).toEqual([`GET /v1.0/users/${encodeURIComponent(ada.userPrincipalName)}`]);
  expect(tenant.queries).toEqual(["$select=id,department,country"]);
});

test("filter test takes the filter of a job, for a user and for an object in a file", async () => {
  const tenant = await withAda();
  const clauses = [{ sourceOperandName: "givenName", operatorName: "IS NOT NULL", targetOperand: null }];
  const stdin = input(JSON.stringify({ groups: [{ name: "named", clauses }] }));
  const set = await tenant.runWith({ stdin }, "filter", "set", "Quillnote", "--object", "User", "--file", "-", "--yes");
  expect(set.code).toBe(0);
  const words = ["filter", "test", "job:Quillnote", "--object", "User", "--exit-status"];
  expect((await tenant.run(...words, "--user", ada.userPrincipalName)).code).toBe(0);
  const outside = await tenant.runWith({ stdin: input('{"surname":"Hopper"}') }, ...words, "--input", "-");
  expect(outside.code).toBe(1);
  expect(outside.stdout).toContain("givenName");
});

test("filter test needs an object, and one alone", async () => {
  const none = await offline(["filter", "test", file]);
  expect(none.code).toBe(2);
  expect(none.stderr).toContain("Say for which object.");
  expect((await offline(["filter", "test", file, "--input", file, "--user", "a"])).code).toBe(2);
});
