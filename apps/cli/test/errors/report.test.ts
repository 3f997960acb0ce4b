import { expect, test } from "vitest";
import { exitCodes } from "../../src/exit-codes.ts";
import { Refusal } from "../../src/errors/refusal.ts";
import { report } from "../../src/errors/report.ts";

const refusal = new Refusal(
  exitCodes.failed,
  "It went\nwrong.",
  "Do this first, and then do that.\u001b[2J And-this-word-is-long!",
);

function written(columns?: number): string {
  let text = "";
  report(refusal, { write: (words) => (text += words), columns });
  return text;
}

test("is two lines where there is no terminal, whatever their length", () => {
  expect(written()).toBe("graph-sync: It went wrong.\n  Do this first, and then do that.[2J And-this-word-is-long!\n");
});

test("wraps the hint between words at the terminal's width", () => {
  expect(written(18)).toBe(
    "graph-sync: It went wrong.\n  Do this first,\n  and then do\n  that.[2J\n  And-this-word-is-long!\n",
  );
});

test("a terminal that does not know its width says 0, and gets the hint in one line", () => {
  expect(written(0)).toBe(written());
});
