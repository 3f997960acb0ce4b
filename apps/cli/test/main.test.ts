import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { listening, serving } from "./loopback.ts";
import type { Ended } from "./run-cli.ts";
import { quillnote, sampleTenant } from "./sample-tenant.ts";

/** The built program, as it is published; `npm test` builds it first. */
const main = fileURLToPath(new URL("../dist/main.js", import.meta.url));
const get = ["get", "--service-principal", quillnote.servicePrincipal, "--base-url"];

function start(
  words: readonly string[],
  env: Readonly<Record<string, string>> = { GRAPH_SYNC_TOKEN: "any" },
): ChildProcess {
  expect(existsSync(main), "dist/main.js is there: run the build first").toBe(true);
  const child = spawn(process.execPath, [main, ...words], { env });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

async function ended(child: ChildProcess): Promise<Ended> {
  const written = { stdout: "", stderr: "" };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (written.stdout += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (written.stderr += text));
  const code = await new Promise<number>((resolve) => child.on("close", (exit) => resolve(exit ?? -1)));
  return { code, ...written };
}

describe("the built program", () => {
  test("begins with a line that lets a shell run it", () => {
    expect(readFileSync(main, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  test("is one file", () => {
    expect(readdirSync(new URL("../dist/", import.meta.url))).toEqual(["main.js"]);
  });

  test("prints its help and its version", async () => {
    const help = await ended(start(["--help"]));
    expect(help).toMatchObject({ code: 0, stderr: "" });
    expect(help.stdout).toContain("Exit codes:");
    const version = await ended(start(["--version"]));
    expect(version.code).toBe(0);
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+/);
  });

  test.each(["fetch", "node-http"])("reads the sample tenant over %s and ends by itself", async (transport) => {
    const origin = await serving((await sampleTenant()).fetch);
    const { code, stdout, stderr } = await ended(start([...get, origin, "--transport", transport]));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(quillnote.jobId);
  });

  test("takes its token from a pipe", async () => {
    const origin = await serving((await sampleTenant()).fetch);
    const child = start([...get, origin, "--token-stdin", "--json"], {});
    child.stdin?.end("any\n");
    const { code, stdout } = await ended(child);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ id: quillnote.servicePrincipal });
  });

  test("keeps its exit codes", async () => {
    const origin = await serving((await sampleTenant()).fetch);
    const unknown = "00000000-1111-4222-8333-444444444444";
    const codes = await Promise.all(
      [start(["get"]), start([...get, origin], {}), start(["get", "--application", unknown, "--base-url", origin])].map(
        async (child) => (await ended(child)).code,
      ),
    );
    expect(codes).toEqual([2, 3, 5]);
  });

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("ends without a word on %s, with %i, though the service does not answer", async (name, code) => {
    let arrived: () => void;
    const request = new Promise<void>((resolve) => (arrived = resolve));
    const origin = await listening(() => arrived());
    const child = start([...get, origin]);
    const end = ended(child);
    await request;
    child.kill(name);
    expect(await end).toEqual({ code, stdout: "", stderr: "" });
  });

  test("ends by SIGHUP (1), without Node's core dump (6), where its terminal is closed", async ({ skip }) => {
    skip(spawnSync("python3", ["-c", "import pty"]).status !== 0, "It takes Python to open and close a terminal.");
    let arrived: () => void;
    const request = new Promise<void>((resolve) => (arrived = resolve));
    const origin = await listening(() => arrived());
    const script = fileURLToPath(new URL("hang-up.py", import.meta.url));
    const child = spawn("python3", [script, process.execPath, main, ...get, origin], {
      env: { GRAPH_SYNC_TOKEN: "any" },
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    const end = ended(child);
    await request;
    child.stdin.end("\n");
    expect((await end).stdout).toBe("signal 1\n");
  });

  test.each([
    ["logs", "tail", "--since", "1d", "--interval", "10ms"],
    ["job", "watch", "Quillnote", "--every", "10ms"],
  ])("%s %s ends where its reader has gone, such as head", async (...words) => {
    const emulator = await sampleTenant();
    let gone = false;
    let count = 0;
    const origin = await serving(async (request) => {
      // Each look finds something else, so that there is something to write.
      const id = request.headers.get("client-request-id") ?? "";
      const headers = { "client-request-id": id };
      count += 1;
      if (request.url.includes("/auditLogs/"))
        return Response.json({ value: [{ id: String(count), activityDateTime: "2026-05-06T07:00:00Z" }] }, { headers });
      const isJob = /\/jobs\/[^/]+$/.test(new URL(request.url).pathname);
      return isJob ? Response.json({ status: { code: `Seen${count}` } }, { headers }) : emulator.fetch(request);
    });
    const child = start([...words, "--base-url", origin]);
    const code = new Promise((resolve) => child.on("exit", resolve));
    child.stdout?.once("data", () => {
      gone = true;
      child.stdout?.destroy();
    });
    expect(await code).toBe(0);
    expect(gone).toBe(true);
  });

  test("a stdout that takes nothing is exit code 1, with a sentence", async ({ skip }) => {
    skip(!existsSync("/dev/full"), "This system has no /dev/full.");
    const full = openSync("/dev/full", "w");
    onTestFinished(() => closeSync(full));
    const child = spawn(process.execPath, [main, "--help"], { stdio: ["ignore", full, "pipe"] });
    expect(await ended(child)).toEqual({
      code: 1,
      stdout: "",
      stderr: "graph-sync: stdout cannot be written (ENOSPC).\n",
    });
  });

  test("says that the current folder is gone", async ({ skip }) => {
    skip(process.platform === "win32", "Windows does not remove the current folder of a process.");
    const script = 'd="$(mktemp -d)"; cd "$d"; rmdir "$d"; exec "$0" "$@"';
    const login = ["login", "--certificate", "x.pem", "--tenant", "a.example", "--client-id", quillnote.appId];
    const child = spawn("sh", ["-c", script, process.execPath, main, ...login], { env: { PATH: process.env["PATH"] } });
    expect(await ended(child)).toMatchObject({
      code: 1,
      stderr:
        "graph-sync: The current folder is not there any more.\n  Somebody has removed it: change into another one.\n",
    });
  });

  test("does not mind a reader that has gone, such as head", async () => {
    let answer: () => void;
    const asked = new Promise<void>((resolve) => (answer = resolve));
    const emulator = await sampleTenant();
    let gone: () => void;
    const reader = new Promise<void>((resolve) => (gone = resolve));
    const origin = await serving(async (request) => {
      answer();
      await reader;
      return emulator.fetch(request);
    });
    const child = start([...get, origin]);
    const end = ended(child);
    await asked;
    child.stdout?.on("close", () => gone()).destroy();
    expect(await end).toMatchObject({ code: 0, stderr: "" });
  });
});
