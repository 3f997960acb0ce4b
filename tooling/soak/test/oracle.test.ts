import type { JournalEntry } from "@graph-sync/testing";
import { describe, expect, test } from "vitest";
import type { Outcome } from "../src/drive.ts";
import { judge } from "../src/oracle.ts";
import type { OperationKind } from "../src/plan.ts";

function outcome(
  kind: OperationKind,
  ended: Outcome["ended"],
  answers: readonly string[] = ["n-1"],
  failure?: string,
): Outcome {
  return { operation: { nonce: "n-1", kind, abortAfterMs: undefined }, ended, answers, failure, attempts: 1 };
}

function entry(nonce: string, ...notes: readonly string[]): JournalEntry {
  const headers = { "x-soak-nonce": nonce };
  const request = { method: "POST", target: "/", headers, body: "", connection: 1, onConnection: 1 };
  return { request, notes, answer: "", answeredBytes: 0, left: "open" };
}

const done = entry("n-1", "applied");

describe("the oracle", () => {
  test.each<readonly [string, Outcome, readonly JournalEntry[], string | undefined]>([
    ["a write that was acknowledged and done is fine", outcome("create", "done"), [done], undefined],
    ["one that was acknowledged and not done is lost", outcome("replace", "done"), [entry("n-1")], "lost"],
    ["one that was done twice, and must not be, is doubled", outcome("restart", "unknown"), [done, done], "doubled"],
    ["one that may be done twice is not", outcome("start", "done"), [done, done], undefined],
    ["one that was called refused and was done is denied", outcome("create", "refused", []), [done], "denied"],
    ["one of unknown fate is fine either way", outcome("create", "unknown", [], "ambiguous"), [], undefined],
    ["another's answer is wrong", outcome("read", "done", ["n-1", "n-2"]), [entry("n-1")], "wrong"],
    ["an error without a name is strange", outcome("read", "unknown", [], "TypeError: x"), [entry("n-1")], "strange"],
    ["a request that nobody asked for is unasked", outcome("read", "done"), [entry("n-9")], "unasked"],
  ])("%s", (_, one, journal, expected) => {
    const verdict = Object.entries(judge([one], journal));
    expect(verdict.filter(([, found]) => found.length > 0).map(([name]) => name)).toEqual(
      expected === undefined ? [] : [expected],
    );
  });
});
