import { expect, test } from "vitest";
import { offline } from "./offline.ts";

test("expr functions lists each function with what it does", async () => {
  const { code, stdout } = await offline(["expr", "functions"]);
  expect(code).toBe(0);
  await expect(stdout).toMatchFileSnapshot("expected/expr-functions.txt");
});

test("expr functions shows one, in whatever case it is written", async () => {
  const { stdout } = await offline(["expr", "functions", "formatdatetime"]);
  await expect(stdout).toMatchFileSnapshot("expected/expr-functions-one.txt");
  const { code, stderr } = await offline(["expr", "functions", "Nothing"]);
  expect(code).toBe(2);
  expect(stderr).toContain("There is no function Nothing.");
});

test("expr functions --json has parameters and references", async () => {
  const { stdout } = await offline(["expr", "functions", "Mid", "--json", "name,status,parameters"]);
  expect(JSON.parse(stdout)).toMatchObject({
    name: "Mid",
    status: "documented",
    parameters: [{ name: "source" }, {}, {}],
  });
});
