import { expect, test } from "vitest";
import { runCli } from "../run-cli.ts";

test.each([
  [["get", "-tCANARY"], "unknown option '-t'\n"],
  [["-tCANARY", "get"], "unknown option '-t'\n"],
  [["get", "-=CANARY"], "unknown option '-'\n"],
  [["get", "--tokn=CANARY"], "unknown option '--tokn'\n"],
  [["get", "--tokn=\nCANARY"], "unknown option '--tokn'\n"],
  [["get", "--tokn'x=CANARY"], "unknown option '--tokn'\n"],
  [["get", "--tokn:CANARY'"], "unknown option '--tokn'\n"],
  [["get", "--json=CANARY"], "option '--json' takes no value\n"],
  [["get", "--token-stdin=CANARY"], "option '--token-stdin' takes no value\n"],
  [["get", "--help=CANARY"], "option '--help' takes no value\n"],
  [["--version=CANARY"], "option '--version' takes no value\n"],
])("%j is told without the value", async (words, told) => {
  const { code, stdout, stderr } = await runCli(words);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^graph-sync: /);
  expect(stderr).toContain(`graph-sync: ${told}`);
  expect(stderr).not.toContain("CANARY");
});

test("what was likely meant is still told", async () => {
  const { stderr } = await runCli(["get", "--aplication", "a"]);
  expect(stderr).toMatch(
    /^graph-sync: unknown option '--aplication'\n {2}Did you mean --application\?\n {2}graph-sync get --help/,
  );
  expect((await runCli(["job", "lst"])).stderr).toContain("'lst'\n  Did you mean list?\n  graph-sync job --help");
});

test("words of the command line neither fill the screen nor add lines of their own", async () => {
  const long = await runCli(["job", "watch", "a", "--until", "x".repeat(100_000)]);
  expect(long.stderr).toBe(
    `graph-sync: option '--until <what>' argument '${"x".repeat(60)}…' is invalid. Allowed choices are cycle, healthy.\n` +
      "  graph-sync job watch --help shows the options.\n",
  );
  const lines = await runCli(["job", "watch", "a", "--until", "a\r\nfake: b\n"]);
  expect(lines.stderr).toMatch(
    /^graph-sync: option '--until <what>' argument 'a fake: b ' is invalid[.] .+\n {2}graph-sync job/,
  );
});
