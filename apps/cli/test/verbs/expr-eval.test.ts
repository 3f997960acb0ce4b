import { describe, expect, test } from "vitest";
import { input } from "../run-cli.ts";
import { ada, withAda } from "./ada.ts";
import { offline } from "./offline.ts";

const object = JSON.stringify({ givenName: "Ada", surname: "Lovelace", country: "gb", tags: ["a", "b"] });
const evaluated = (expression: string, ...words: readonly string[]): ReturnType<typeof offline> =>
  offline(["expr", "eval", expression, "--input", "-", ...words], { stdin: input(object) });

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
  expect((await offline(["expr", "eval", "[a]", "--input", "/nowhere.json"])).stderr).toContain(
    "There is no file /nowhere.json.",
  );
});

describe("for a user of the directory", () => {
  test("expr eval --user reads of the user what the expression names, and evaluates it here", async () => {
    const tenant = await withAda();
    const expression = 'Join(" ", [givenName], [surname], "[mail]", [manager])';
    const { code, stdout, stderr } = await tenant.run("expr", "eval", expression, "--user", ada.userPrincipalName);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "Ada Lovelace [mail]\n" });
    expect(stderr).toBe("Not read from the directory, so taken as missing: manager.\n");
    expect(tenant.sent).toEqual([`GET /v1.0/users/${encodeURIComponent(ada.userPrincipalName)}`]);
    expect(tenant.queries).toEqual(["$select=id,givenName,surname"]);
  });

  test("expr eval --user --by has the service evaluate it, and writes nothing", async () => {
    const tenant = await withAda();
    const by = (expression: string, ...words: readonly string[]): ReturnType<typeof tenant.run> =>
      tenant.run("expr", "eval", expression, "--user", ada.userPrincipalName, "--by", "Quillnote", ...words);
    expect(await by("ToUpper([givenName])", "--json")).toEqual({
      code: 0,
      stdout: '{\n  "values": [\n    "ADA"\n  ]\n}\n',
      stderr: "",
    });
    expect(tenant.lastWrite()).toMatch(/^POST .*\/schema\/parseExpression$/);
    expect(tenant.bodies.at(-1)).toMatchObject({
      expression: "ToUpper([givenName])",
      testInputObject: {
        properties: [
          { key: "givenName", value: "Ada" },
          { key: "IsSoftDeleted", value: false },
        ],
      },
    });
    expect((await by("[mail]")).stdout).toBe("(no value)\n");
    const wrong = await by("Join(");
    expect({ code: wrong.code, stdout: wrong.stdout }).toEqual({ code: 1, stdout: "" });
    expect(wrong.stderr).toContain("So the service says");
  });

  test("expr eval knows a user who is not there, and does not ask for two objects", async () => {
    const tenant = await withAda();
    expect((await tenant.run("expr", "eval", "[mail]", "--user", "nobody@alderfinch.example")).code).toBe(5);
    expect((await tenant.run("expr", "eval", "[mail]", "--user", "a", "--input", "b.json")).code).toBe(2);
    expect((await tenant.run("expr", "eval", "[mail]", "--by", "Quillnote", "--input", "b.json")).code).toBe(2);
  });
});
