import { type DateTime, isDateTime } from "../dates/date-time.ts";
import { readDateTime } from "../dates/read-date-time.ts";
import { parameterAt } from "../functions/parameter-at.ts";
import { shown } from "../text/shown.ts";
import type { Frame } from "./call-frame.ts";
import { type EvaluationErrorCode, ExpressionEvaluationError } from "./evaluation-error.ts";
import { evaluateTree } from "./evaluate-tree.ts";
import { isList, onlyValue, type Single, textOf, type Value } from "./value.ts";

/** Ends the evaluation: the message begins with the function's name. */
export function refuse({ call }: Frame, code: EvaluationErrorCode, message: string): never {
  throw new ExpressionEvaluationError(code, `${call.name}: ${message}`, call);
}

/** Whether an argument stands in its place; an empty text does. */
export function isGiven({ call }: Frame, index: number): boolean {
  const argument = call.arguments[index];
  return argument !== undefined && argument.type !== "omitted";
}

/** The value of an argument; null where it is left out. */
export function valueOf(frame: Frame, index: number): Value {
  const argument = frame.call.arguments[index];
  return argument === undefined || argument.type === "omitted" ? null : evaluateTree(argument, frame.run);
}

/** All values of an argument; none where it has no value. */
export function listOf(frame: Frame, index: number): readonly Value[] {
  const value = valueOf(frame, index);
  if (isList(value)) return value;
  return value === null ? [] : [value];
}

/** The one value of an argument; null where it has none. */
export function singleOf(frame: Frame, index: number): Single {
  const value = onlyValue(valueOf(frame, index));
  if (value !== undefined) return value;
  return refuse(frame, "multi-valued", `${parameterAt(frame.definition, index)} ${severalValues}`);
}

/** Said of what must be one value. */
export const severalValues = "has several values and must have one: choose one with Item, or Join them.";

/** The text of an argument; null where it has no value. */
export function textArgument(frame: Frame, index: number): string | null {
  const value = singleOf(frame, index);
  return value === null ? null : textOf(value);
}

/** A whole number; null where the argument has no value. */
export function bigintArgument(frame: Frame, index: number): bigint | null {
  const value = singleOf(frame, index);
  if (value === null || value === "") return null;
  if (typeof value === "bigint") return value;
  const text = textOf(value).trim();
  if (/^-?\d{1,40}$/.test(text)) return BigInt(text);
  return refuse(
    frame,
    "argument-type",
    `${parameterAt(frame.definition, index)} is ${shown(text)}, which is no whole number.`,
  );
}

/** A whole number that a position or a count can be. */
export function integerArgument(frame: Frame, index: number): number {
  const value = bigintArgument(frame, index);
  const number = Number(value);
  if (value !== null && Number.isSafeInteger(number)) return number;
  const text = value === null ? "nothing" : String(value);
  return refuse(frame, "argument-type", `${parameterAt(frame.definition, index)} is ${text}; give a whole number.`);
}

/** A moment: the result of a date function, or a text that `CDate` reads. Null where there is no value. */
export function dateArgument(frame: Frame, index: number): DateTime | null {
  const value = singleOf(frame, index);
  if (value === null || value === "") return null;
  if (isDateTime(value)) return value;
  const text = textOf(value);
  return (
    readDateTime(text) ??
    refuse(
      frame,
      "argument-value",
      `${shown(text)} is no date that is read without a format: write it as 2021-06-30, 2021-06-30T14:00:00Z or ` +
        "6/30/2021 2:00:00 PM, or give its format to FormatDateTime.",
    )
  );
}

/** The longest text that is made: a limit of ours, so that nested `Replace` calls cannot fill the memory. */
export const maxTextLength = 1_000_000;

export function checkLength(frame: Frame, length: number): void {
  if (length > maxTextLength) refuse(frame, "too-long", `the text would have more than ${maxTextLength} characters.`);
}
