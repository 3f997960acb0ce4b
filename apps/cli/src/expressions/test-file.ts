import { isJsonObject, type JsonObject } from "@graph-sync/core";
import { calendarMoment } from "../calendar-moment.ts";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";

/** One test of a file. */
export interface ExpressionTest {
  readonly name: string;
  readonly expression: string;
  readonly input: JsonObject;
  /** What it must give, or the code of the error that it must end with. */
  readonly expected: { readonly value: unknown } | { readonly error: string };
}

/** A file of tests of expressions. */
export interface ExpressionTests {
  /** Epoch milliseconds, where the file says what time it is. */
  readonly now?: number;
  readonly defaultDomain?: string;
  readonly tests: readonly ExpressionTest[];
}

/**
 * Reads a file of tests, YAML or JSON.
 * @throws Refusal that names the place and what belongs there
 */
export async function readTests(text: string, name: string): Promise<ExpressionTests> {
  const { parseDocument } = await import("yaml");
  const refuse = (problem: string, cause?: unknown): Refusal =>
    new Refusal(exitCodes.usage, `${name}: ${problem}`, "graph-sync expr test --help shows such a file.", { cause });
  let file: unknown;
  try {
    const document = parseDocument(text);
    // A warning is of a tag that is not known, whose value would be another than was meant.
    const [fault] = [...document.errors, ...document.warnings];
    if (fault !== undefined) throw fault;
    file = document.toJS({ maxAliasCount: 0 });
  } catch (cause) {
    const [line = ""] = cause instanceof Error ? cause.message.split("\n", 1) : ["it is not YAML."];
    throw refuse(line.startsWith("Maximum call stack") ? "it is nested too deeply." : line, cause);
  }
  if (!isJsonObject(file) || !Array.isArray(file["tests"])) throw refuse('it has no list "tests".');
  const { now, defaultDomain, tests } = file;
  const time = typeof now === "string" ? calendarMoment(now) : undefined;
  if (now !== undefined && (time === undefined || Number.isNaN(time))) {
    throw refuse('"now" is no date of the calendar, as 2026-01-31, nor one with a time, as 2026-01-31T10:00:00Z.');
  }
  if (defaultDomain !== undefined && typeof defaultDomain !== "string") throw refuse('"defaultDomain" is no text.');
  return {
    ...(time === undefined ? {} : { now: time }),
    ...(defaultDomain === undefined ? {} : { defaultDomain }),
    tests: tests.map((test, index) => readTest(test, (problem) => refuse(`test ${index + 1}: ${problem}`))),
  };
}

const members = new Set(["name", "expression", "input", "expect", "error"]);

function readTest(test: unknown, refuse: (problem: string) => Refusal): ExpressionTest {
  if (!isJsonObject(test)) throw refuse("it is no object.");
  const { name, expression, input = {}, expect, error } = test;
  const unknown = Object.keys(test).find((each) => !members.has(each));
  if (unknown !== undefined) throw refuse(`"${unknown}" is not known; there are ${[...members].join(", ")}.`);
  if (typeof expression !== "string") throw refuse('"expression" is no text.');
  if (name !== undefined && typeof name !== "string") throw refuse('"name" is no text.');
  if (!isJsonObject(input)) throw refuse('"input" is no object.');
  if ((expect === undefined) === (error === undefined)) throw refuse('it needs one of "expect" and "error".');
  if (error !== undefined && typeof error !== "string") throw refuse('"error" is no text.');
  const expected = error === undefined ? { value: expect } : { error };
  return { name: name ?? expression, expression, input, expected };
}
