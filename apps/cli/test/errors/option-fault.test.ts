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
