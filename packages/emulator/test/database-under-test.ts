import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { onTestFinished } from "vitest";

/** Which database this run of the suite is about: `memory`, `file` or `postgres`; see tooling/vitest/stores.ts. */
export const store: string = process.env["GRAPH_SYNC_TEST_DATABASE"] ?? "memory";

/** The address of an empty database that is removed when the test ends; undefined is one in memory. */
export async function newDatabase(): Promise<string | undefined> {
  if (store === "memory") return undefined;
  return store === "file" ? `file:${join(newFolder(), "tenant.db")}` : newPostgresDatabase();
}

/** The same, for what is about a second opening: a file where the run is about memory. */
export async function newLastingDatabase(): Promise<string> {
  return (await newDatabase()) ?? `file:${join(newFolder(), "tenant.db")}`;
}

/** A folder that is removed when the test ends. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "graph-sync-emulator-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Databases of this worker that no test uses. Making one costs PostgreSQL a hundred times what emptying one does. */
const free: string[] = [];

async function newPostgresDatabase(): Promise<string> {
  const server = process.env["GRAPH_SYNC_TEST_POSTGRES"];
  if (server === undefined) throw new Error("GRAPH_SYNC_TEST_POSTGRES names no server for the tests on PostgreSQL.");
  const address = free.pop() ?? (await madeOn(server));
  onTestFinished(async () => {
    await onServer(address, "drop schema public cascade; create schema public");
    free.push(address);
  });
  return address;
}

async function madeOn(server: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await onServer(server, `create database ${name}`);
  return new URL(name, server).href;
}

/** Runs statements in a PostgreSQL database, as another program would. */
async function onServer(address: string, sql: string): Promise<void> {
  const client = new pg.Client(address);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
