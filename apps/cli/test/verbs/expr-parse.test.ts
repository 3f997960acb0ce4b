import { expect, test } from "vitest";
import { offline } from "./offline.ts";

test("expr parse prints the expression as the service writes it", async () => {
  const { code, stdout, stderr } = await offline(["expr", "parse", 'Join(" ",[givenName],  [surname] )']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toBe('Join(" ", [givenName], [surname])\n');
});

test("expr parse --json prints the source of a mapping", async () => {
  const { stdout } = await offline(["expr", "parse", 'Append(ToUpper([country]), "!")', "--json"]);
  await expect(stdout).toMatchFileSnapshot("expected/expr-parse-json.txt");
});

test("expr parse shows the place where it is no expression", async () => {
  const { code, stdout, stderr } = await offline(["expr", "parse", 'Join(" ", [givenName] [surname])']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  await expect(stderr).toMatchFileSnapshot("expected/expr-parse-mistake.txt");
});

test("expr parse tells what is wrong with an expression that can be read", async () => {
  const { code, stderr } = await offline(["expr", "parse", "Uper([country])"]);
  expect(code).toBe(0);
  expect(stderr).toMatch(/^error: Uper/);
});
