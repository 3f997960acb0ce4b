import { readFileSync } from "node:fs";
import * as operations from "@graph-sync/core/operations";
import { expect, test } from "vitest";
import { built } from "../../src/handlers/built.ts";
import { notBuilt } from "../../src/handlers/handler.ts";
import { containing, get, startEmulator } from "../emulator-under-test.ts";

const rows = Object.values(operations);
const isBuilt = (row: (typeof rows)[number]): boolean => built[row.id] !== notBuilt;
const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

test("every operation that is not built answers 501 and names itself, at each of its addresses", async () => {
  const emulator = await startEmulator();
  const missing = rows.filter((row) => !isBuilt(row));
  expect(missing).not.toEqual([]);
  for (const {
    id,
    method,
    path,
    roots = ["servicePrincipals", "applications"],
    versions = ["v1.0", "beta"],
  } of missing) {
    for (const version of versions) {
      for (const root of roots) {
        const address = path.replace("{root}", root).replaceAll(/\{\w+\}/gu, "some-key");
        const answer = await get(emulator, `${version}${address}`, { method });
        expect(answer, `${method} ${address}`).toMatchObject({
          status: 501,
          body: { error: { code: "NotImplemented", message: `The emulator does not answer ${id} yet.` } },
        });
      }
    }
  }
});

test("every operation that is built knows its address, whatever the key", async () => {
  const emulator = await startEmulator();
  for (const { method, path, roots = ["applications"], versions = ["v1.0"] } of rows.filter(isBuilt)) {
    const address = path.replace("{root}", roots[0] ?? "").replaceAll(/\{\w+\}/gu, "some-key");
    expect(await get(emulator, `${versions[0] ?? ""}${address}`, { method }), address).toMatchObject({
      status: 404,
      body: { error: { code: "Request_ResourceNotFound", message: containing("'some-key'") } },
    });
  }
});

test("the README counts the operations", () => {
  const count = rows.filter(isBuilt).length;
  expect(readme.replaceAll(/\s+/gu, " ")).toContain(
    `The contract has ${rows.length} operations: ${count} are built, and the other ${rows.length - count} answer **501**`,
  );
});
