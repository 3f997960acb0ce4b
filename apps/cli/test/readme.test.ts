import { readFileSync } from "node:fs";
import { Command } from "commander";
import { expect, test } from "vitest";
import { exitCodesHelp } from "../src/exit-codes.ts";
import { allVerbs } from "../src/verbs.ts";
import { blockOf, type Entry, piecesOf } from "./session/transcript.ts";
import { week } from "./session/week.ts";

const path = new URL("../README.md", import.meta.url);
const readme = readFileSync(path, "utf8");
const verbs = await allVerbs();

test("every console block of the README is what the commands in it print, typed one after another", async () => {
  const at = await week();
  const rerun = async (entries: readonly Entry[]): Promise<string> => {
    const typed: Entry[] = [];
    for (const [index, { prompt, line }] of entries.entries()) {
      typed.push({ prompt, line, printed: await at.type(line) });
      // Else nobody would see that an example has begun to fail.
      if (entries[index + 1]?.line !== "echo $?") expect(at.terminal.exitCode, typed.at(-1)?.printed).toBe(0);
    }
    return blockOf(typed);
  };
  let printed = "";
  for (const piece of piecesOf(readme)) printed += "text" in piece ? piece.text : await rerun(piece.entries);
  // `vitest --update` writes the README anew.
  await expect(printed).toMatchFileSnapshot("../README.md");
});

test("the other examples of the README are verbs and options that there are", () => {
  const lines = [...readme.matchAll(/^```sh\n(.*?)^```$/gms)].flatMap(([, block = ""]) => block.split("\n"));
  const typed = lines.flatMap((line) => /(?:^|[ (])(?:graph-sync|dist\/main\.js) (.*)$/.exec(line)?.[1] ?? []);
  expect(typed.length).toBeGreaterThan(5);
  for (const line of typed) {
    const verb = verbs.find(({ words }) => `${line} `.startsWith(`${words} `));
    expect(verb, line).toBeDefined();
    const command = new Command();
    verb?.options(command);
    const options = command.options.flatMap(({ long }) => long ?? []);
    for (const [option] of line.matchAll(/--[\w-]+/g)) expect(options, line).toContain(option);
  }
});

test("the README lists the exit codes that --help lists", () => {
  const rows = exitCodesHelp.split("\n").slice(1);
  expect(rows).toHaveLength(10);
  for (const row of rows) {
    const [, code = "", words = ""] = /^ {2}(\d+) +(.+)$/.exec(row) ?? [];
    expect(readme).toMatch(new RegExp(`^\\| ${code} +\\| ${words.replace(/[()]/g, "\\$&")} +\\|$`, "m"));
  }
});
