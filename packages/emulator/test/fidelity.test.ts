import { readFileSync } from "node:fs";
import * as operations from "@graph-sync/core/operations";
import { expect, test } from "vitest";
import { sections } from "../fidelity/behaviours.mjs";
import { fidelityPage } from "../fidelity/page.mjs";

const behaviours = sections.flatMap((section) => section.behaviours);

test("the page is what the table says", () => {
  expect(readFileSync(new URL("../FIDELITY.md", import.meta.url), "utf8")).toBe(fidelityPage(sections));
});

test("every operation of the contract has its place, and no other", () => {
  const named = new Set(behaviours.flatMap(({ of }) => of));
  expect([...named].sort()).toEqual(
    Object.values(operations)
      .map(({ id }) => id)
      .sort(),
  );
});

test("what is documented, captured or missing names its source", () => {
  for (const { does, evidence, source } of behaviours) {
    if (evidence !== "inferred" && evidence !== "scripted") expect(source, does).toMatch(/^https:\/\//u);
  }
});
