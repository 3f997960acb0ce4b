import { join } from "node:path";
import Libsql from "libsql";
import { expect, test } from "vitest";
import { getJson, newFolder, start, type Running } from "./server-process.ts";

const kills = 50;
const quillnote = "servicePrincipals/84f6b1d9-2e03-4c7a-b5f8-7a1d0c9e3b56/synchronization";
const harborline = "servicePrincipals/2ad5c8e4-f790-4b13-86ac-e9314d70b5f2/synchronization";

/** One who writes one thing after the other, and remembers what was acknowledged. */
interface Writer {
  /** Rejects where the server is gone. */
  readonly write: (url: string) => Promise<void>;
  /** Nothing that was acknowledged is lost, and nothing is there that was never sent. */
  readonly check: (url: string) => Promise<void>;
}

test(`what was acknowledged is there after kill -9, at ${kills} random points`, { timeout: 240_000 }, async () => {
  const seed = Number(process.env["GRAPH_SYNC_TEST_SEED"] ?? Date.now() % 1_000_000);
  process.stdout.write(`The points are random by GRAPH_SYNC_TEST_SEED=${seed}.\n`);
  const random = randomFrom(seed);
  const file = join(newFolder(), "tenant.db");
  const writers = [replacedSecrets(quillnote), replacedSecrets(harborline), createdJobs(quillnote)];
  let acknowledged = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const server = await start("--port", "0", "--database", `file:${file}`);
    for (const { check } of writers) await check(server.url);
    const writing = writers.map(async ({ write }) => {
      // Ends with the server.
      for (;;) {
        await write(server.url);
        acknowledged += 1;
      }
    });
    const ended = Promise.allSettled(writing);
    await new Promise((resolve) => setTimeout(resolve, random() * 120));
    await killed(server);
    await ended;
  }
  const last = await start("--port", "0", "--database", `file:${file}`);
  for (const { check } of writers) await check(last.url);
  await killed(last);
  const database = new Libsql(file);
  expect(database.prepare("pragma integrity_check").all()).toMatchObject([{ integrity_check: "ok" }]);
  database.close();
  // Otherwise every point was before the first answer, and nothing was proven.
  expect(acknowledged).toBeGreaterThan(kills);
});

/** The whole set of secrets, with a number that counts up. */
function replacedSecrets(root: string): Writer {
  let sent = 0;
  let acknowledged = 0;
  return {
    async write(url) {
      sent += 1;
      const value = [
        { key: "BaseAddress", value: `https://scim.example/${sent}` },
        { key: "SecretToken", value: `token-${sent}` },
      ];
      await send(`${url}/${root}/secrets`, "PUT", { value }, 204);
      acknowledged = sent;
    },
    async check(url) {
      if (acknowledged === 0) return;
      const { value } = (await getJson(`${url}/${root}/secrets`)) as { value: { key: string; value: string }[] };
      expect(value.map(({ key }) => key)).toEqual(["BaseAddress", "SecretToken"]);
      const kept = Number(value[0]?.value.split("/").at(-1));
      // The last one may have been written, and its answer lost.
      expect(kept).toBeGreaterThanOrEqual(acknowledged);
      expect(kept).toBeLessThanOrEqual(sent);
      sent = kept;
    },
  };
}

/** A new job each time, which must be there for good. */
function createdJobs(root: string): Writer {
  const ids: string[] = [];
  let sent = 1;
  return {
    async write(url) {
      sent += 1;
      const job = JSON.parse(await send(`${url}/${root}/jobs`, "POST", { templateId: "scim" }, 201)) as { id: string };
      ids.push(job.id);
    },
    async check(url) {
      const { value } = (await getJson(`${url}/${root}/jobs?$select=id`)) as { value: { id: string }[] };
      const kept = new Set(value.map(({ id }) => id));
      expect(ids.filter((id) => !kept.has(id))).toEqual([]);
      expect(kept.size).toBeLessThanOrEqual(sent);
    },
  };
}

async function send(url: string, method: string, body: object, status: number): Promise<string> {
  const headers = { authorization: "Bearer any", "content-type": "application/json" };
  const response = await fetch(url, { method, headers, body: JSON.stringify(body) });
  const text = await response.text();
  expect([response.status, text]).toEqual([status, expect.any(String)]);
  return text;
}

async function killed({ child, ended }: Running): Promise<void> {
  child.kill("SIGKILL");
  await ended;
}

/** Numbers from 0 to 1 that a seed decides: a linear congruential generator, with the constants of Numerical Recipes. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
