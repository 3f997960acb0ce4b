import { type ChildProcess, type ChildProcessByStdio, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { request as httpsRequest } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const program = fileURLToPath(new URL("../dist/main.js", import.meta.url));

/** How a process ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A server that listens. */
export interface Running {
  /** The base URL, from the first line that it printed. */
  readonly url: string;
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Starts the built program and waits for its first line. */
export function start(...args: readonly string[]): Promise<Running> {
  return startWith({}, ...args);
}

/** The same, with more variables in its environment. */
export async function startWith(env: Variables, ...args: readonly string[]): Promise<Running> {
  const { child, ended } = launch(args, env);
  const first = new Promise<string>((resolve) => createInterface(child.stdout).once("line", resolve));
  const line = await Promise.race([first, ended.then(({ stderr }) => Promise.reject(new Error(stderr)))]);
  return { url: line.replace("Listening on ", ""), child, ended };
}

/** Runs the built program to its end. */
export function runToEnd(...args: readonly string[]): Promise<Ended> {
  return launch(args, {}).ended;
}

/** The same, with more variables in its environment. */
export function runToEndWith(env: Variables, ...args: readonly string[]): Promise<Ended> {
  return launch(args, env).ended;
}

/** A program that was started. */
export interface Launched {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  readonly ended: Promise<Ended>;
}

type Variables = Readonly<Record<string, string>>;

/** A folder that is removed when the test ends. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "graph-sync-server-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** GET with a token; for https the certificate that the server's must be. */
export async function getJson(url: string, ca?: string): Promise<unknown> {
  if (ca === undefined) return (await fetch(url, { headers: { authorization: "Bearer any" } })).json();
  return new Promise((resolve, reject) => {
    const request = httpsRequest(url, { ca, agent: false, headers: { authorization: "Bearer any" } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve(JSON.parse(Buffer.concat(chunks).toString())));
    });
    request.on("error", reject).end();
  });
}

/** Starts the built program, which is killed when the test ends. */
export function launch(args: readonly string[], env: Variables): Launched {
  if (!existsSync(program))
    throw new Error(`There is no ${program}: build the server before its tests (npm test does).`);
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });
  return { child, ended };
}
