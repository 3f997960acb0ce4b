import { readFileSync } from "node:fs";
import * as operations from "@graph-sync/core/operations";
import { expect, test } from "vitest";
import { built } from "../../src/handlers/built.ts";
import { notBuilt } from "../../src/handlers/handler.ts";
import { containing, get, quillnote, refusal, send, startEmulator } from "../emulator-under-test.ts";

const rows = Object.values(operations);
const isBuilt = (row: (typeof rows)[number]): boolean => built[row.id] !== notBuilt;
const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

test("every operation is built; to provision on demand without a script is 501", async () => {
  expect(rows.filter((row) => !isBuilt(row))).toEqual([]);
  const parameters = [
    { ruleId: "a6f2d0c8-5e31-4b79-9c04-17e8bd63fa25", subjects: [{ objectId: "x", objectTypeName: "User" }] },
  ];
  const path = `jobs/${quillnote.jobId}/provisionOnDemand`;
  expect(await send(await startEmulator(), "POST", path, { parameters })).toMatchObject(
    refusal(501, "NotImplemented", "does not provision yet"),
  );
});

test("every operation that is built knows its address, whatever the key", async () => {
  const emulator = await startEmulator();
  for (const { method, path, roots = ["applications"], versions = ["v1.0"] } of rows
    .filter(isBuilt)
    .filter((row) => row.path.includes("{"))) {
    const address = path.replace("{root}", roots[0] ?? "").replaceAll(/\{\w+\}/gu, "some-key");
    expect(await get(emulator, `${versions[0] ?? ""}${address}`, { method }), address).toMatchObject({
      status: 404,
      body: { error: { code: "Request_ResourceNotFound", message: containing("'some-key'") } },
    });
  }
});

test("the README counts the operations", () => {
  expect(readme.replaceAll(/\s+/gu, " ")).toContain(`All ${rows.length} operations of the contract are answered`);
});
