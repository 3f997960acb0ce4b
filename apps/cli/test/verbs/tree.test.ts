import { existsSync, readFileSync } from "node:fs";
import { Command } from "commander";
import { describe, expect, test } from "vitest";
import { discreet } from "../../src/output/discreet.ts";
import { program } from "../../src/program.ts";
import { allVerbs, branches } from "../../src/verbs.ts";
import { input } from "../run-cli.ts";

/** Every leaf of the tree as commander has it, so that a verb added in any other way is found as well. */
function leaves(command: Command, path: readonly string[] = []): readonly string[] {
  if (command.commands.length === 0) return [path.join(" ")];
  return command.commands.flatMap((each) => leaves(each, [...path, each.name()]));
}

const silent = { write: () => undefined };
const surroundings = { argv: [], env: {}, stdin: input(), stdout: silent, stderr: silent, now: Date.now };
const quiet = discreet({ ...surroundings, signal: new AbortController().signal });
const tree = leaves(await program(quiet, () => undefined, { whole: true }));
const verbs = await allVerbs();

describe("every verb has a test of its own, in a file of its name", () => {
  test("the tree has the listed verbs and no others", () => {
    expect(tree.toSorted()).toEqual(verbs.map(({ words }) => words).toSorted());
  });

  test.each(tree)("%s", (words) => {
    const file = new URL(`${words.replaceAll(" ", "-")}.test.ts`, import.meta.url);
    expect(existsSync(file), `test/verbs/${words.replaceAll(" ", "-")}.test.ts is missing`).toBe(true);
    const text = readFileSync(file, "utf8");
    const [group = "", verb = group] = words.split(" ");
    // It runs the verb …
    const run = group === verb ? new RegExp(`"${group}"`) : new RegExp(`"${group}",\\s*"${verb}"`);
    expect(text).toMatch(run);
    // … and looks at what the emulator was asked, or compares the output of an offline verb with a file.
    expect(text).toMatch(/\b(sent|lastWrite|bodies|toMatchFileSnapshot)\b/);
    expect(text).toMatch(/\bstdout\b|\bread\(/);
  });
});

test("every verb that talks to the service names its operations, and no other does", () => {
  // Otherwise `doctor --for` would say that it needs no permission.
  const online = verbs.filter((verb) => {
    // It sends whatever is typed, so nobody knows.
    if (verb.words === "request") return false;
    const command = new Command();
    verb.options(command);
    return command.options.some(({ long }) => long === "--token-env");
  });
  const needing = verbs.filter(({ needs = [] }) => needs.length > 0);
  expect(needing.map(({ words }) => words)).toEqual(online.map(({ words }) => words));
});

test("the help of the root says of a verb what its own help says, although it does not load it", async () => {
  const rootHelp = async (whole: boolean): Promise<string> =>
    (await program(quiet, () => undefined, { whole })).helpInformation();
  expect(await rootHelp(false)).toBe(await rootHelp(true));
});

test.each(branches)("$words holds its own verbs and no others", async ({ words, verbs: load }) => {
  const [name] = words.split(" ");
  const loaded = await load();
  expect(loaded.length).toBeGreaterThan(0);
  expect(loaded.map((each) => each.words.split(" ")[0])).toEqual(loaded.map(() => name));
});
