import { join } from "node:path";
import { expect, test } from "vitest";
import { newFolder, startWith } from "./server-process.ts";

const root = "servicePrincipals/84f6b1d9-2e03-4c7a-b5f8-7a1d0c9e3b56/synchronization";
const token = "t0ken-that-nobody-may-read-in-a-log";
const key = Buffer.alloc(32, "k").toString("base64");

test("each exchange is one JSON line, and no token, key, secret or query is in anything that is printed", async () => {
  const { url, child, ended } = await startWith(
    { GRAPH_SYNC_SERVER_TOKEN: token, GRAPH_SYNC_SERVER_KEY: key },
    ...["--port", "0", "--log", "debug", "--auth", "static", "--database", `file:${join(newFolder(), "tenant.db")}`],
  );
  const clientRequestId = "2f7d1d3d-8a44-4c55-93f1-5c0d6f0e7a9b";
  const headers = {
    authorization: `Bearer ${token}`,
    "client-request-id": clientRequestId,
    "content-type": "application/json",
  };
  const body = JSON.stringify({ value: [{ key: "SecretToken", value: "s3cr3t-value" }] });
  const calls: readonly (readonly [string, string, RequestInit])[] = [
    ["PUT", `${root}/secrets`, { body }],
    ["PUT", `${root}/secrets`, { body: `${body}s3cr3t-value` }],
    ["GET", `${root}/jobs?$filter=startswith(displayName,'Ada-Lovelace')`, {}],
    ["GET", `${root}/jobs?$select=id`, {}],
  ];
  const statuses = [];
  for (const [method, path, init] of calls) {
    const response = await fetch(`${url}/${path}`, { method, headers, ...init });
    statuses.push(response.status);
    await response.text();
  }
  child.kill("SIGTERM");
  const { code, stdout, stderr } = await ended;
  expect(code).toBe(0);
  expect(stdout).toContain("key       GRAPH_SYNC_SERVER_KEY");
  for (const hidden of [token, key, "s3cr3t-value", "Ada-Lovelace"]) expect(stdout + stderr).not.toContain(hidden);
  const lines = stderr
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
  expect(lines[0]).toMatchObject({ level: "info", msg: "ready" });
  const exchanges = lines.slice(1, -1);
  expect(exchanges).toHaveLength(calls.length);
  for (const [index, exchange] of exchanges.entries()) {
    const [method, path] = calls[index] ?? [];
    expect(exchange).toMatchObject({
      method,
      path: `/v1.0/${path?.split("?")[0]}`,
      status: statuses[index],
      clientRequestId,
    });
  }
});
