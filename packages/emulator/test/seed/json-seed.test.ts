import { expect, test } from "vitest";
import { createEmulator, isEmulatorError } from "../../src/index.ts";
import { startEmulator } from "../emulator-under-test.ts";

/** A schema whose outermost object is one level, and each in it another. */
function nested(levels: number): object {
  let value: object = {};
  for (let level = 1; level < levels; level += 1) value = { a: value };
  return value;
}

const job = {
  id: "one",
  templateId: "scim",
  schedule: { state: "Active", interval: "PT40M" },
  status: { code: "NotRun" },
};

function circular(): object {
  const seed = { value: [{ ...job, later: {} }] };
  seed.value.forEach((item) => Object.assign(item.later, { back: item }));
  return seed;
}

test.each<[string, () => object, string]>([
  ["20,000 levels", () => ({ synchronizationRules: [], a: nested(20_000) }), "seed.a.a.a"],
  ["201 levels", () => ({ synchronizationRules: [], a: nested(200) }), "… is nested deeper than 200 levels. Correct"],
  ["a circle", circular, "seed.value[0].later.back must be JSON, but holds itself. Correct the seed"],
  ["a BigInt", () => ({ value: [{ ...job, n: 1n }] }), "seed.value[0].n must be JSON, but is a bigint. Correct"],
  ["a toJSON that throws", () => ({ value: [], a: { toJSON: fail } }), "seed cannot be written as JSON. Correct"],
])("%s in a seed is refused with a sentence", async (_, seed, sentence) => {
  const failure: unknown = await createEmulator({ seed: seed() }).catch((error: unknown) => error);
  expect(isEmulatorError(failure) && failure.code).toBe("bad-seed");
  expect(failure).toHaveProperty("message", expect.stringContaining(sentence));
  expect(String(failure)).not.toContain("\n");
});

test("200 levels in a seed are taken, and so is an object that it holds twice", async () => {
  const deep = nested(199);
  const emulator = await startEmulator({ seed: { synchronizationRules: [], a: deep, b: deep } });
  expect(emulator.seeded).toBe(true);
});

function fail(): never {
  throw new Error("the caller's own");
}
