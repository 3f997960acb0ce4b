import { createClient, isInvalidRequestError, type OperationInfo, type Root, type Version } from "@graph-sync/core";
import * as operations from "@graph-sync/core/operations";
import { describe, expect, test } from "vitest";
import { type Answering, answering, json, rejection, text } from "../answering.ts";
import { directoryMethods, type Method, synchronizationMethods } from "./methods.ts";

const rows: readonly OperationInfo[] = Object.values(operations);
const id = "60443998-8cf7-4e61-b05c-a53b658cb5e1";
const roots = ["servicePrincipals", "applications"] as const;

test("every row is reached by a method, and every method reaches a row", () => {
  const reached = new Set([...synchronizationMethods, ...directoryMethods].map(({ row }) => row));
  expect([...reached].toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
});

describe.each(roots)("a method below /%s", (root) => {
  const here = synchronizationMethods.filter(({ row }) => isBelow(root, row));

  test.each(here)("sends $sends for $row", async ({ call, ...method }) => {
    const { transport, version } = answeringFor(method.row);
    await call(createClient({ transport, version })[root](id).synchronization);
    expectSent(transport, method, `${version}/${root}/${id}/synchronization`);
  });
});

describe("a method whose row a root has not", () => {
  const lacking = roots.flatMap((root) =>
    synchronizationMethods.filter(({ row }) => !isBelow(root, row)).map((method) => ({ root, ...method })),
  );

  test.each(lacking)("sends nothing for $row below /$root", async ({ root, row, call }) => {
    const { transport, version } = answeringFor(row);
    const error = await rejection(call(createClient({ transport, version })[root](id).synchronization));
    expect(isInvalidRequestError(error)).toBe(true);
    expect(transport.requests).toEqual([]);
  });
});

describe("a method of the client", () => {
  test.each(directoryMethods)("sends $sends for $row", async ({ call, ...method }) => {
    const { transport, version } = answeringFor(method.row);
    await call(createClient({ transport, version }));
    expectSent(transport, method, version);
  });
});

describe("a method whose row is not in v1.0", () => {
  const betaOnly = synchronizationMethods.filter(({ row }) => rowOf(row).versions?.includes("v1.0") === false);

  test.each(betaOnly)("sends nothing for $row from a client of v1.0", async ({ row, call }) => {
    const { transport } = answeringFor(row);
    const error = await rejection(call(createClient({ transport }).servicePrincipals(id).synchronization));
    expect(isInvalidRequestError(error)).toBe(true);
    expect(String(error)).toContain("beta");
    expect(transport.requests).toEqual([]);
  });
});

function rowOf(name: string): OperationInfo {
  const row = rows.find(({ id }) => id === name);
  if (row === undefined) throw new Error(`There is no row ${name}.`);
  return row;
}

function isBelow(root: Root, row: string): boolean {
  return rowOf(row).roots?.includes(root) !== false;
}

/** Answers with the documented status, and with a body that every answer with one can be read from. */
function answeringFor(name: string): { readonly transport: Answering; readonly version: Version } {
  const { status, versions = ["v1.0"] } = rowOf(name);
  const body = status === 202 || status === 204 ? text("", status) : json({ value: [{}] }, status);
  return { transport: answering(() => body), version: versions[0] ?? "v1.0" };
}

function expectSent(transport: Answering, method: Omit<Method<never>, "call">, below: string): void {
  const [verb = "", path = ""] = method.sends.split(/ (.*)/);
  const sent = transport.requests.map(({ operation, method, url, body }) => ({ row: operation.id, method, url, body }));
  const url = `https://graph.microsoft.com/${below}${path}`;
  const body = method.body === undefined ? undefined : JSON.stringify(method.body);
  expect(sent).toEqual([{ row: method.row, method: verb, url, body }]);
  const type = method.contentType ?? "application/json";
  expect(transport.requests[0]?.headers["content-type"]).toBe(method.body === undefined ? undefined : type);
}
