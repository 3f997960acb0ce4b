import { expect, test } from "vitest";
import { runCli } from "../run-cli.ts";
import { inProcess } from "../sample-tenant.ts";

/** A whole answer; each test spoils one place of it. */
const good = {
  id: "s",
  jobs: [
    {
      id: "j",
      templateId: "scim",
      schedule: { state: "Active", interval: "PT40M", expiration: null },
      status: {
        code: "Quarantine",
        quarantine: {
          reason: "TooManyDeletes",
          error: { code: "c", message: "m" },
          seriesBegan: "2026-05-04T07:08:09Z",
        },
        lastExecution: { state: "Failed", timeBegan: "2026-05-04T07:08:09Z", error: { code: "c", message: "m" } },
      },
    },
  ],
  templates: [{ id: "scim", factoryTag: "CustomSCIM", description: "d" }],
  secrets: [{ key: "SecretToken", value: "*" }],
};

const junk: readonly unknown[] = [
  null,
  "",
  "x\u001b[2J",
  0,
  -1.5,
  true,
  [],
  [null],
  [[]],
  ["x"],
  {},
  { a: 1 },
  undefined,
];

/** Every place in a value, as the words that lead to it. */
function places(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [[name], ...places(inner).map((rest) => [name, ...rest])]);
}

function spoiled(value: unknown, [name, ...rest]: readonly string[], by: unknown): unknown {
  if (name === undefined) return by;
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) };
  Reflect.set(copy, name, spoiled(Reflect.get(copy, name), rest, by));
  return copy;
}

test.each(places(good).map((place) => [place.join("."), place] as const))(
  "whatever stands in %s, a person gets a screen and a program its JSON",
  async (_name, place) => {
    for (const by of junk) {
      const body = JSON.stringify(spoiled(good, place, by));
      // Every address answers the same: a part that is missing is then asked for, and its answer has no `value`.
      const fetch = async (): Promise<Response> => new Response(body);
      const shown = await runCli(["get", "--application", "a", ...inProcess], { fetch });
      expect(shown.stderr, body).not.toMatch(/Unexpected|defect/);
      expect(shown.stdout, body).toMatch(/^Synchronization of application a\n/);
      expect(shown.stdout.replaceAll("\n", ""), body).not.toMatch(/\p{Cc}/u);
      const printed = await runCli(["get", "--application", "a", "--json", ...inProcess], { fetch });
      expect(JSON.parse(printed.stdout), body).toEqual(JSON.parse(body));
    }
  },
);

test.each(["", "null", "[]", '"text"', "12", "{", "<html>", "\u0000"])(
  "a body that is %j is an error of two lines, exit code 1",
  async (body) => {
    const { code, stdout, stderr } = await runCli(["get", "--application", "a", ...inProcess], {
      fetch: async () => new Response(body),
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr.trimEnd().split("\n")).toHaveLength(2);
    expect(stderr).not.toMatch(/Unexpected|defect/);
  },
);

test.each(["", "null", "[]", "{", '{"error":null}', '{"error":[]}', '{"error":{"code":{},"message":[]}}', "<html>"])(
  "an error whose body is %j is an error of two lines, exit code 1",
  async (body) => {
    const { code, stderr } = await runCli(["get", "--application", "a", ...inProcess], {
      fetch: async () => new Response(body, { status: 500 }),
    });
    expect(code).toBe(1);
    expect(stderr.trimEnd().split("\n")).toHaveLength(2);
    expect(stderr).toContain("Graph answered 500");
  },
);

test("an answer that is nested 50,000 levels deep is told in a sentence, to a person and to a program", async () => {
  const deep = `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`;
  const fetch = async (): Promise<Response> =>
    new Response(`{"id":${deep},"jobs":[],"templates":[],"secrets":[{"key":"k","value":${deep}}]}`);
  const shown = await runCli(["get", "--application", "a", ...inProcess], { fetch });
  expect({ code: shown.code, stderr: shown.stderr }).toEqual({ code: 0, stderr: "" });
  expect(shown.stdout).toContain("  id         (nested too deeply to be shown)\n");
  expect(shown.stdout).toContain("  k    (nested too deeply to be shown)\n");
  const printed = await runCli(["get", "--application", "a", "--json", ...inProcess], { fetch });
  expect(printed).toEqual({
    code: 1,
    stdout: "",
    stderr:
      "graph-sync: The answer is nested too deeply to be printed as JSON.\n" +
      "  No synchronization object is that deep: check --base-url.\n",
  });
});

test("an answer that is too large is told in words of the command line", async () => {
  const fetch = async (): Promise<Response> => new Response(" ".repeat(2 * 1024 * 1024), { status: 500 });
  const { code, stderr } = await runCli(["get", "--application", "a", ...inProcess], { fetch });
  expect(code).toBe(1);
  expect(stderr).toBe(
    "graph-sync: http://127.0.0.1:8787/v1.0: the answer is too large to be read.\n" +
      "  No synchronization object is that large: check --base-url.\n",
  );
});
