import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { getJson, newFolder, startWith } from "./server-process.ts";

const key = Buffer.alloc(32, "k").toString("base64");
const job =
  "servicePrincipals/84f6b1d9-2e03-4c7a-b5f8-7a1d0c9e3b56/synchronization/jobs/scim.7d0c1be24f6a4c0e9a51d2b8e3f04a96.5b0f7c1e-93d2-4a68-8e1f-c07a4be2d913";

describe.each([
  ["a file", () => `file:${join(newFolder(), "tenant.db")}`],
  ["PostgreSQL", newPostgresDatabase],
])("several servers on one new database, %s,", (kind, address) => {
  beforeEach(({ skip }) => {
    const reason = process.env["GRAPH_SYNC_TEST_NO_POSTGRES"];
    if (kind === "PostgreSQL" && reason !== undefined) skip(reason);
  });

  test("make its tables once, and lose none of each other's writes", { timeout: 60_000 }, async () => {
    const database = await address();
    const servers = await Promise.all(
      Array.from({ length: 4 }, () => startWith({ GRAPH_SYNC_SERVER_KEY: key }, "--port", "0", "--database", database)),
    );
    const [first] = servers;
    if (first === undefined) throw new Error("No server was started.");
    const schema = await getJson(`${first.url}/${job}/schema`);
    const before = versionIn(schema);
    await Promise.all(
      servers.map(async ({ url }) => {
        for (let round = 0; round < 10; round += 1) {
          const headers = { authorization: "Bearer any", "content-type": "application/json" };
          const response = await fetch(`${url}/${job}/schema`, {
            method: "PUT",
            headers,
            body: JSON.stringify(schema),
          });
          expect([response.status, await response.text()]).toEqual([204, ""]);
        }
      }),
    );
    for (const { url } of servers) expect(versionIn(await getJson(`${url}/${job}/schema`))).toBe(before + 40);
    for (const { child } of servers) child.kill("SIGTERM");
    for (const { ended } of servers) expect(await ended).toMatchObject({ code: 0, stderr: "" });
  });
});

/** The number that each change counts up. */
function versionIn(schema: unknown): number {
  const version = typeof schema === "object" && schema !== null && "version" in schema ? schema.version : undefined;
  return Number(/^v1\.(?<minor>\d+)$/u.exec(String(version))?.groups?.["minor"] ?? 0);
}

/** It goes with its server when the tests end. */
async function newPostgresDatabase(): Promise<string> {
  const { default: pg } = await import("pg");
  const client = new pg.Client(process.env["GRAPH_SYNC_TEST_POSTGRES"]);
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return new URL(name, process.env["GRAPH_SYNC_TEST_POSTGRES"]).href;
}
