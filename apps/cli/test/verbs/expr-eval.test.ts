import { expect, test } from "vitest";
import { input } from "../run-cli.ts";
import { offline } from "./offline.ts";

const ada = JSON.stringify({ givenName: "Ada", surname: "Lovelace", country: "gb", tags: ["a", "b"] });
const evaluated = (expression: string, ...words: readonly string[]): ReturnType<typeof offline> =>
  offline(["expr", "eval", expression, "--input", "-", ...words], { stdin: input(ada) });

test("expr eval prints the value for an object, and works without one", async () => {
  expect(await evaluated('Join(" ", [givenName], [surname])')).toEqual({
    code: 0,
    stdout: "Ada Lovelace\n",
    stderr: "",
  });
  expect((await evaluated("[tags]")).stdout).toBe("a\nb\n");
  expect((await evaluated("[mail]")).stdout).toBe("(no value)\n");
  expect((await offline(["expr", "eval", 'ToUpper("a")'])).stdout).toBe("A\n");
});

test("expr eval has the time of the machine, and the domain that it is told", async () => {
  expect((await evaluated("Now()")).stdout).toBe("5/6/2026 7:08:09 AM\n");
  expect((await evaluated("DefaultDomain()", "--default-domain", "alderfinch.example")).stdout).toBe(
    "alderfinch.example\n",
  );
});

test("expr eval --json has what the evaluation gives", async () => {
  const { stdout, stderr } = await evaluated("Redact(ToUpper([country]))", "--json");
  await expect(stdout).toMatchFileSnapshot("expected/expr-eval-json.txt");
  expect(stderr).toContain("[Redact]");
});

test("expr eval ends with 1 where the expression has no value for the object", async () => {
  const { code, stdout, stderr } = await evaluated("Uper([country])");
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain("(unknown-function)");
});

test("expr eval refuses an input that holds no object", async () => {
  for (const text of ["{", "[]", "null"]) {
    const { code, stderr } = await offline(["expr", "eval", "[a]", "--input", "-"], { stdin: input(text) });
    expect(code).toBe(2);
    expect(stderr).toContain("stdin");
  }
  expect((await offline(["expr", "eval", "[a]", "--input", "/nowhere.json"])).stderr).toContain("(ENOENT)");
});
