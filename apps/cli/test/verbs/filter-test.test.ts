import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { input } from "../run-cli.ts";
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
