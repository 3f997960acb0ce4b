import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { start } from "../services/postgres.mjs";

/**
 * Before the first test of a project on PostgreSQL: starts a server for it, unless GRAPH_SYNC_TEST_POSTGRES names one.
 * Where none can be had the tests are skipped with the reason; in CI that is a failure.
 */
export default async function postgresServer(): Promise<() => Promise<void>> {
  if (process.env["GRAPH_SYNC_TEST_POSTGRES"] !== undefined) return () => Promise.resolve();
  const folder = mkdtempSync(join(tmpdir(), "graph-sync-services-"));
  const removed = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const { url, stop } = await start({ folder });
    process.env["GRAPH_SYNC_TEST_POSTGRES"] = url;
    return () => stop().then(removed);
  } catch (error) {
    removed();
    if (process.env["CI"] === "true") throw error;
    const reason = error instanceof Error ? error.message : String(error);
    process.stdout.write(`The tests on PostgreSQL are skipped. ${reason}\n`);
    process.env["GRAPH_SYNC_TEST_NO_POSTGRES"] = reason;
    return () => Promise.resolve();
  }
}
