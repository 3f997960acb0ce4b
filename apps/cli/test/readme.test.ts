import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { exitCodesHelp } from "../src/exit-codes.ts";
import { serving } from "./loopback.ts";
import { runCli } from "./run-cli.ts";
import { sampleTenant } from "./sample-tenant.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const [command = "", printed = ""] = [...readme.matchAll(/^```\w+\n(.*?)^```$/gms)].map(([, block]) => block);

test("the first example of the README prints what stands below it", async () => {
  const words = command.trim().replaceAll("\\\n", "").split(/\s+/);
  expect(words.slice(0, 3)).toEqual(["GRAPH_SYNC_TOKEN=any", "graph-sync", "get"]);
  const origin = await serving((await sampleTenant()).fetch);
  const here = words.slice(2).map((word) => word.replace("http://127.0.0.1:8787", origin));
  const { code, stdout } = await runCli(here);
  expect(code).toBe(0);
  expect(stdout.replace(origin, "http://127.0.0.1:8787")).toBe(printed);
});

test("the README lists the exit codes that --help lists", () => {
  const rows = exitCodesHelp.split("\n").slice(1);
  expect(rows).toHaveLength(8);
  for (const row of rows) {
    const [, code = "", words = ""] = /^ {2}(\d+) +(.+)$/.exec(row) ?? [];
    expect(readme).toMatch(new RegExp(`^\\| ${code} +\\| ${words.replace(/[()]/g, "\\$&")} +\\|$`, "m"));
  }
});
