import { describe, expect, test } from "vitest";
import { runCli } from "./run-cli.ts";

describe("the command line", () => {
  test("--help prints the commands and the exit codes on stdout", async () => {
    const { code, stdout, stderr } = await runCli(["--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("get [app] ");
    expect(stdout).toContain("  5    the id is not known (404)\n");
  });

  test("get --help prints every option, an example and the exit codes", async () => {
    const { code, stdout } = await runCli(["get", "--help"]);
    expect(code).toBe(0);
    for (const option of [
      "service-principal",
      "application",
      "expand",
      "base-url",
      "transport",
      "token-env",
      "token-stdin",
      "json",
    ]) {
      expect(stdout).toContain(`  --${option} `);
    }
    expect(stdout).toContain("GRAPH_SYNC_TOKEN=any graph-sync get");
    expect(stdout).toContain("  130  interrupted by Ctrl-C (SIGINT)\n");
  });

  test("the help of a verb says when it ends with 1 although nothing failed", async () => {
    const { stdout } = await runCli(["job", "status", "--help"]);
    expect(stdout).toContain(
      "only a part could be done;\n       also where with --exit-status the job is not healthy\n",
    );
    expect((await runCli(["job", "list", "--help"])).stdout).not.toContain("also where");
  });

  test("Ctrl-C is exit code 130 even where it came too late to stop anything, for the script around it must end", async () => {
    const stop = new AbortController();
    stop.abort();
    expect(await runCli(["job", "restart", "--explain"], { signal: stop.signal })).toMatchObject({
      code: 130,
      stderr: "",
    });
  });

  test("--version prints a version alone", async () => {
    const { code, stdout } = await runCli(["--version"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\S*\n$/);
  });

  test("a group without a verb is wrong usage, and shows its verbs on stderr", async () => {
    const { code, stdout, stderr } = await runCli(["job"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("restart [app]");
  });

  test("without a command is wrong usage, and shows the help on stderr", async () => {
    const { code, stdout, stderr } = await runCli([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("Usage: graph-sync");
  });

  test.each([
    [["get"], "Say which app: its name, --service-principal <id> or --application <id>."],
    [["get", "--service-principal", "a", "--application", "b"], "Say --service-principal or --application, not both."],
    [["get", "--application", "a", "--expand", "schema"], "Write jobs, templates or jobs,templates."],
    [["get", "--application", "a", "--expand", ""], "Write jobs, templates or jobs,templates."],
    [["get", "--application", "a", "--transport", "pigeon"], "Allowed choices are fetch, node-http."],
    [
      ["get", "--application", "a", "--base-url", "https://graph.microsoft.com/v3"],
      "--base-url must end after the host",
    ],
    [["get", "--application", "a", "--token-env", "A", "--token-stdin"], "cannot be used with option '--token-env"],
    [["get", "--application"], "argument missing"],
    [["job", "list", ""], "<app> is empty."],
    [["snapshot", "create", " "], "<folder> is empty."],
    [["expr", "eval", "[a]", "--input", ""], "--input is empty."],
    [["logs", "list", "--user", " "], "--user is empty."],
    [["get", "--application", ""], "--application is empty."],
    [["whoami", "--profile", ""], "--profile is empty."],
    [["\u001b[31mjobs\u202e"], "unknown command '[31mjobs'"],
    [["get", "--application", "a", "b"], "The app is named twice."],
    [["get", "a", "b"], "too many arguments"],
    [["job", "strat", "a"], "unknown command 'strat'"],
    [["job", "restart", "a"], "job restart <app> --scope <what>"],
    [["job", "restart", "a", "--scope", "all"], "Allowed choices are failures, reevaluate"],
    [["get", "--aplication", "a"], "Did you mean --application?"],
    [["put"], "unknown command 'put'"],
  ])("%j is exit code 2, with the reason on stderr", async (words, reason) => {
    const { code, stdout, stderr } = await runCli(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^graph-sync: /);
    expect(stderr).toContain(reason);
  });
});
