import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { runCli } from "../run-cli.ts";

test.each(["bash", "zsh", "fish", "powershell"])(
  "completion %s prints a script that asks graph-sync",
  async (shell) => {
    const { code, stdout, stderr } = await runCli(["completion", shell], { env: {} });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/graph-sync complete '?--/);
  },
);

test("completion bash is a script that bash can read", async () => {
  const { stdout } = await runCli(["completion", "bash"], { env: {} });
  expect(spawnSync("bash", ["-n"], { input: stdout, encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
});

test("completion refuses another shell", async () => {
  expect(await runCli(["completion", "tcsh"], { env: {} })).toMatchObject({ code: 2, stdout: "" });
});

test.each([
  [["quar"], ["quarantine"]],
  [
    ["quarantine", ""],
    ["list", "explain", "release", "help"],
  ],
  [["logs", "list", "--st"], ["--status"]],
  [
    ["logs", "list", "--status", "s"],
    ["success", "skipped"],
  ],
  [["comp"], ["completion"]],
])("the script completes %j", async (words, expected) => {
  const { code, stdout } = await runCli(["complete", "--", ...words], { env: {} });
  expect(code).toBe(0);
  const found = stdout.split("\n").slice(0, -2);
  expect(found.map((line) => line.split("\t")[0])).toEqual(expected);
  expect(stdout).toMatch(/:\d+\n$/);
});

test("the script gets a line for each verb, with what it does beside it", async () => {
  const { stdout } = await runCli(["complete", "--", "logs", ""], { env: {} });
  await expect(stdout).toMatchFileSnapshot("expected/completion-logs.txt");
});
