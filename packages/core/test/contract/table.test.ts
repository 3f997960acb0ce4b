import * as operations from "@graph-sync/core/operations";
import { directoryRoles, permissions } from "@graph-sync/core/permissions";
import type { OperationInfo } from "@graph-sync/core";
import { describe, expect, test } from "vitest";

const rows = Object.values(operations);

describe("the contract", () => {
  test("is the module: every export is a row, and every id is there once", () => {
    const ids = rows.map(({ id }) => id);
    expect(ids).toHaveLength(55);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(rows)("$id is consistent", (row) => {
    expect(row.path).toMatch(/^\/[^?#]*[^/?#]$/);
    expect(row.status).toBeGreaterThanOrEqual(200);
    expect(row.status).toBeLessThan(300);
    // Only a GET is safe, and only a GET says how long its answer may be kept.
    expect([row.repeat === "safe", "keep" in row]).toEqual([row.method === "GET", row.method === "GET"]);
    const known: readonly string[] = rows.filter(({ method }) => method === "GET").map(({ id }) => id);
    const { invalidates = [] }: OperationInfo = row;
    // A write that makes nothing stale says so: a cache takes silence for "everything".
    expect("invalidates" in row).toBe(row.method !== "GET");
    for (const id of invalidates) expect(known).toContain(id);
  });

  test.each<readonly [string, readonly string[]]>([
    ["jobs.start", ["jobs.get", "jobs.list", "synchronization.get"]],
    ["jobs.restart", ["jobs.get", "objectConnections.get"]],
    ["jobs.provisionOnDemand", ["jobs.get", "objectConnections.get", "provisioningLogs.list"]],
    ["jobs.delete", ["jobs.get", "jobs.schema.get", "objectConnections.get"]],
    ["secrets.replace", ["secrets.list", "connectivityParameters.list", "jobs.get"]],
    ["connectivityParameters.update", ["secrets.list", "connectivityParameters.list", "jobs.get"]],
    ["synchronization.acquireAccessToken", ["secrets.list", "jobs.get"]],
  ])("%s makes stale what it changes beside itself: %j", (id, stale) => {
    const row: OperationInfo | undefined = rows.find((each) => each.id === id);
    expect(row?.invalidates).toEqual(expect.arrayContaining([...stale]));
  });

  test("never lets an answer with secrets be kept", () => {
    const secret = rows.filter(({ path }) => path.endsWith("/synchronization") || path.includes("/secrets"));
    const reads = secret.filter(({ method }) => method === "GET");
    expect(reads.map(({ id, keep }) => `${id} ${keep}`).toSorted()).toEqual([
      "secrets.list never",
      "synchronization.get never",
    ]);
  });

  test("has a permission for every row, and a page for every documented one", () => {
    for (const { id, evidence } of rows) {
      const info = permissions[id];
      expect(info.delegated.length > 0 && info.application.length > 0).toBe(true);
      if (evidence === "documented") expect(info.docs).toMatch(/^https:\/\/learn\.microsoft\.com\//);
    }
    expect(Object.keys(permissions)).toHaveLength(rows.length);
    expect(directoryRoles).toContain("Application Administrator");
  });
});
