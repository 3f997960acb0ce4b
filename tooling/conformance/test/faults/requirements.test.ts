import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { requirements } from "./requirements.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));

test.each(requirements)("$id: $must", ({ shownBy }) => {
  expect(shownBy.length).toBeGreaterThan(0);
  for (const [file, title] of shownBy) {
    // A title begins a string; it may go on behind what is quoted here.
    const titles = [...readFileSync(root + file, "utf8").matchAll(/["'`]((?:[^"'`\\\n]|\\.|['`](?=\w))+)/g)];
    expect(
      titles.some(([, text]) => text?.startsWith(title)),
      `${file} has no test "${title}"`,
    ).toBe(true);
  }
});

test("each requirement is named once", () => {
  const ids = requirements.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
