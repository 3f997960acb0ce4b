import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import Database from "libsql";
import { describe, expect, onTestFinished, test } from "vitest";

const server = fileURLToPath(new URL("../../../apps/server/dist/main.js", import.meta.url));
const cli = fileURLToPath(new URL("../../../apps/cli/dist/main.js", import.meta.url));

/** An app of the sample tenant; the server prints its ids when it starts. */
const servicePrincipal = "84f6b1d9-2e03-4c7a-b5f8-7a1d0c9e3b56";

interface Running {
  readonly url: string;
  stop(): Promise<number | null>;
}

/** Starts the built server on a free port and waits for its first line. */
async function startServer(database: string): Promise<Running> {
  const child: ChildProcess = spawn(process.execPath, [server, "--port", "0", "--database", database], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  onTestFinished(() => void child.kill("SIGKILL"));
  const { stdout } = child;
  if (stdout === null) throw new Error("The server has no output.");
  const first = new Promise<string>((resolve) => createInterface(stdout).once("line", resolve));
  const line = await Promise.race([
    first,
    ended.then((code) => Promise.reject(new Error(`The server ended with ${code}.`))),
  ]);
  return {
    url: line.replace("Listening on ", ""),
    stop() {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

/** What the built CLI prints, in a process of its own that knows the server's address and nothing else of it. */
async function read(url: string, transport: string, ...more: readonly string[]): Promise<string> {
  const args = [
    cli,
    "get",
    "--service-principal",
    servicePrincipal,
    "--base-url",
    url,
    "--transport",
    transport,
    ...more,
  ];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: { GRAPH_SYNC_TOKEN: "any" } });
  return stdout;
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "graph-sync-programs-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe("the CLI and the server, two processes that share a URL", () => {
  test.each(["fetch", "node-http"])(
    "over %s, a row that changes in the database changes what the CLI prints",
    async (transport) => {
      const file = join(newFolder(), "tenant.db");
      const { url, stop } = await startServer(`file:${file}`);
      expect(await read(url, transport)).toMatch(/status +Active/);

      const database = new Database(file);
      database.prepare("UPDATE jobs SET status_code = 'Paused' WHERE service_principal_id = ?").run(servicePrincipal);
      database.close();

      expect(await read(url, transport)).toMatch(/status +Paused/);
      expect(await stop()).toBe(0);
    },
  );

  test("a server that is started again on the same file gives the same object", async () => {
    const database = `file:${join(newFolder(), "tenant.db")}`;
    const first = await startServer(database);
    const before = await read(first.url, "node-http", "--json", "--expand", "jobs,templates");
    expect(await first.stop()).toBe(0);
    const second = await startServer(database);
    const after = await read(second.url, "node-http", "--json", "--expand", "jobs,templates");
    expect(await second.stop()).toBe(0);
    expect(JSON.parse(before)).toMatchObject({ id: servicePrincipal, jobs: [{ status: { code: "Active" } }] });
    expect(after).toBe(before);
  });
});
