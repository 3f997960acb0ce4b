import { cp } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { expect, onTestFinished, test } from "vitest";
import { exitCodes } from "../src/exit-codes.ts";
import type { NamedFields } from "../src/output/records.ts";
import type { AnyVerb } from "../src/verb.ts";
import { allVerbs } from "../src/verbs.ts";
import { commandLines } from "./reference/command-lines.ts";
import { shapeOf } from "./reference/shape.ts";
import type { Given } from "./run-cli.ts";
import { quillnote } from "./sample-tenant.ts";
import { provisioned, logOfTheWeek, users } from "./session/happened.ts";
import { now, runCli } from "./run-cli.ts";
import { recording } from "./verbs/recording.ts";
import { scimTarget, toldTarget } from "./verbs/scim-target.ts";
import { temporaryFolder } from "./verbs/temporary-folder.ts";

const verbs = await allVerbs();

const isOption = (verb: AnyVerb, long: string): boolean => {
  const command = new Command();
  verb.options(command);
  return command.options.some((option) => option.long === long);
};
const isOnline = (verb: AnyVerb): boolean => isOption(verb, "--token-env");
const verbOf = (line: string): AnyVerb | undefined => verbs.find(({ words }) => `${line} `.startsWith(`${words} `));

test("there is a command line for each verb that asks the service or prints JSON", () => {
  const needed = verbs.filter((verb) => isOnline(verb) || isOption(verb, "--json")).map(({ words }) => words);
  expect(commandLines.map((line) => verbOf(line)?.words).toSorted()).toEqual(needed.toSorted());
});

test("a verb that can end with 1 without a failure says when", () => {
  const told = verbs.filter((verb) => /ends with 1/i.test(verb.details ?? "") || isOption(verb, "--exit-status"));
  expect(told.length).toBeGreaterThan(10);
  expect(told.filter(({ failsWhen }) => failsWhen === undefined).map(({ words }) => words)).toEqual([]);
});

/** What a verb ends with where the service answers every request so. */
async function endedWith(line: string, status: number, given: Given): Promise<number> {
  const error = { code: "Denied", message: "No." };
  const fetch = async (): Promise<Response> => Response.json({ error }, { status });
  const address = line.includes("--base-url") ? [] : ["--base-url", "http://127.0.0.1:8787"];
  return (await runCli([...line.split(" "), "--transport", "fetch", ...address], { ...given, fetch })).code;
}

const tenantOptions = [
  ...["--base-url", "http://127.0.0.1:8787", "--tenant", "alderfinch.example"],
  ...["--client-id", "0d6f1c1e-51b8-4b7e-9a57-5a3f1f0f7c11"],
];

test("REFERENCE.md has the exit codes and the JSON of every verb, as they were just seen", async () => {
  const tenant = await recording({
    fetch: (target, init) => (/\/Schemas$/.test(new Request(target, init).url) ? toldTarget : scimTarget)(target, init),
  });
  await tenant.script("POST", "provisioningLogs", { value: logOfTheWeek(now) });
  for (const answer of [...provisioned, ...provisioned]) {
    await tenant.script("POST", `jobs/${quillnote.jobId}/provisionOnDemand`, answer);
  }
  const link = { sourceAnchor: "source-1", targetAnchor: "target-1", displayName: "Ada", objectTypeName: "User" };
  await tenant.script("POST", `jobs/${quillnote.jobId}/objectConnections`, link);
  for (const { id: _, ...user } of users) await tenant.create("/users", user);

  const folder = await temporaryFolder();
  await cp(fileURLToPath(new URL("session/files", import.meta.url)), folder, { recursive: true });
  const before = process.cwd();
  process.chdir(folder);
  onTestFinished(() => process.chdir(before));
  const env = { GRAPH_SYNC_TOKEN: "any", HOME: folder, GRAPH_SYNC_CONFIG: folder };
  const offline: Given = { env };
  await runCli(["profile", "add", "demo", ...tenantOptions], offline);

  const shapes = new Map<string, string>();
  const codes = new Map<string, readonly number[]>();
  for (const line of commandLines) {
    const verb = verbOf(line);
    if (verb === undefined) continue;
    const words = [...line.split(" "), ...(isOption(verb, "--json") ? ["--json"] : [])];
    const online = isOnline(verb);
    const { code, stdout, stderr } = await (online ? tenant.runWith(offline, ...words) : runCli(words, offline));
    if (isOption(verb, "--json")) {
      shapes.set(verb.words, jsonShape(verb.words, stdout, stderr));
      expect(unnamed(verb, stdout), `${verb.words} prints what --json does not know by name`).toEqual([]);
    }
    const refused = online ? [401, 403, 404] : [];
    const ended = [code];
    for (const status of refused) ended.push(await endedWith(line, status, offline));
    codes.set(verb.words, ended);
  }
  await expect(reference(codes, shapes)).toMatchFileSnapshot("../REFERENCE.md");
});

/** The names in what a verb printed that its `--json` takes only because they were printed; `get` takes none. */
function unnamed(verb: AnyVerb, stdout: string): readonly string[] {
  const command = new Command();
  verb.options(command);
  const option = command.options.find(({ long }) => long === "--json");
  if (option?.optional !== true) return [];
  // `addJsonOption` makes its value from a text.
  const named = option.parseArg as unknown as (text: string) => NamedFields;
  const values = /^\{.+\}\n/.test(stdout) ? stdout.trim().split("\n") : [stdout];
  const names = values
    .flatMap((text): unknown => JSON.parse(text))
    .flatMap((value) => Object.keys(value as object))
    .filter((name) => !name.startsWith("@odata."));
  return names.flatMap((name) => named(name).strays.map(({ path }) => path));
}

/** One value, or a value a line. */
function jsonShape(words: string, stdout: string, stderr: string): string {
  try {
    if (/^\{.+\}\n$/.test(stdout)) return `lines of \`${shapeOf([JSON.parse(stdout)])}\``;
    return `\`${shapeOf([JSON.parse(stdout)])}\``;
  } catch {
    const lines = stdout.split("\n").filter((line) => line !== "");
    expect(lines.length, `${words} printed nothing: ${stderr}`).toBeGreaterThan(0);
    return `lines of \`${shapeOf(lines.map((line): unknown => JSON.parse(line)))}\``;
  }
}

function reference(codes: ReadonlyMap<string, readonly number[]>, shapes: ReadonlyMap<string, string>): string {
  const rows = verbs.map((verb) => {
    const possible = new Set([
      // Any verb can fail, be typed wrongly, and be interrupted; one that signs in or asks can be refused.
      ...[exitCodes.ok, exitCodes.failed, exitCodes.usage],
      ...[exitCodes.hungUp, exitCodes.interrupted, exitCodes.terminated],
      ...(codes.get(verb.words) ?? []),
      ...(isOption(verb, "--client-secret-env") ? [exitCodes.notSignedIn] : []),
      ...(isOption(verb, "--yes") ? [exitCodes.declined] : []),
    ]);
    return `| \`${verb.words}\` | ${[...possible].toSorted((one, other) => one - other).join(" ")} | ${verb.failsWhen ?? ""} |`;
  });
  return `# Exit codes and JSON

Made by \`test/reference.test.ts\` of what the verbs have just done; CONTRIBUTING.md says how it is written anew.

## Exit codes

[What they mean](README.md#when-it-fails) is the same for all verbs; some end with 1 where nothing has failed, too.

| verb | ends with | 1 also where |
|---|---|---|
${rows.join("\n")}

## JSON

What \`--json\` prints, with the types that the values have in the sample tenant. A name with \`?\` is not in every object; \`{…}\` and \`[…]\` go on, as
Graph documents it where the object is Graph's own. Any value may be null where there is none. \`--json a,b.c\` prints these fields alone, each
under its own path, and refuses [those that there are not](README.md#fields). "Lines" is one object a line (NDJSON).

| verb | prints |
|---|---|
${[...shapes].map(([words, shape]) => `| \`${words}\` | ${shape.replaceAll("|", "\\|")} |`).join("\n")}
`;
}
