import { provisionResult } from "@graph-sync/core";
import fc from "fast-check";
import { expect, test } from "vitest";

const object = {
  action: "Other",
  statusInfo: { status: "Skipped" },
  provisioningSteps: [{ name: "EntryImport", type: "Import" }],
};

test("the key holds the result, the value what happened", () => {
  const pair = {
    key: JSON.stringify({ result: "Skipped", details: { errorCode: "RedundantExport", errorMessage: "Same state." } }),
    value: JSON.stringify(object),
  };
  expect(provisionResult(pair)).toEqual({
    result: "Skipped",
    errorCode: "RedundantExport",
    errorMessage: "Same state.",
    objects: [object],
    raw: pair,
  });
});

test("the value may be a list, or say nothing", () => {
  expect(provisionResult({ value: JSON.stringify([object, object]) }).objects).toEqual([object, object]);
  expect(provisionResult({ key: '{"result":"Success","details":{}}', value: "{}" })).toMatchObject({
    result: "Success",
    objects: [],
  });
});

test("the key may be the name of a type", () => {
  const pair = {
    key: "Microsoft.Identity.Health.CPP.Common.DataContracts.SyncFabric.StatusInfo",
    value: JSON.stringify(object),
  };
  expect(provisionResult(pair)).toMatchObject({ result: "Skipped", errorCode: undefined, objects: [object] });
  const failed = { statusInfo: { status: "Failure", errorCode: "DuplicateTargetEntries", reason: "There are two." } };
  const succeeded = { statusInfo: { status: "Success", errorCode: null } };
  const read = (...objects: readonly object[]): object => provisionResult({ ...pair, value: JSON.stringify(objects) });
  expect(read(succeeded, failed)).toMatchObject({
    result: "Failure",
    errorCode: "DuplicateTargetEntries",
    errorMessage: "There are two.",
  });
  expect(read(succeeded, succeeded)).toMatchObject({ result: "Success", errorCode: undefined });
  expect(read({ statusInfo: "odd" }, 7 as unknown as object)).toMatchObject({ result: undefined });
  expect(provisionResult({ ...pair, value: "{}" })).toMatchObject({ result: undefined, objects: [] });
});

test.each([undefined, null, "pair", 7, []])("%j is no pair, and holds nothing", (pair) => {
  // What a program without types may pass.
  expect(provisionResult(pair as unknown as object)).toMatchObject({ result: undefined, objects: [] });
});

test("nothing makes it throw", () => {
  const text = fc.oneof(fc.string(), fc.json(), fc.constant(null), fc.constant(undefined));
  fc.assert(
    fc.property(text, text, (key, value) => {
      // What a service without types may send.
      const pair = { key, value } as { key: string; value: string };
      expect(provisionResult(pair).raw).toBe(pair);
    }),
  );
});
