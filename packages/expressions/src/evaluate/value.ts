import { type DateTime, isDateTime } from "../dates/date-time.ts";
import { writeDateTime } from "../dates/write-date-time.ts";

/** What functions pass on to each other. `bigint` stands for what a number cannot hold. */
export type Value = Single | readonly Value[];
export type Single = null | string | number | bigint | boolean | DateTime | Complex;

/** A value with members, such as a role. */
export interface Complex {
  /** A member as JSON has it. */
  readonly [member: string]: unknown;
}

/** What comes out of an expression: as `Value`, with dates as text, and whole numbers above 2^53 as decimal text. */
export type Output = null | string | number | boolean | Complex | readonly Output[];

/** Reads an attribute as JSON has it. What JSON has no form for counts as no value. */
export function readAttributeValue(value: unknown): Value {
  switch (typeof value) {
    case "string":
    case "boolean":
    case "bigint":
      return value;
    case "number":
      return Number.isFinite(value) ? value : null;
    case "object":
      if (Array.isArray(value)) return value.map(readAttributeValue).filter((one) => one !== null);
      // Neither null nor an array is left: an object of JSON.
      return value === null ? null : (value as Complex);
    default:
      return null;
  }
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** The one value of a list of one, null of an empty one. Undefined where there are several. */
export function onlyValue(value: Value): Single | undefined {
  if (!isList(value)) return value;
  const [first = null] = value;
  return value.length > 1 || isList(first) ? undefined : first;
}

/** Whether nothing would flow: no value, an empty text, or a list of nothing. */
export function isEmpty(value: Value): boolean {
  return value === null || value === "" || (isList(value) && value.length === 0);
}

/** The text of a value as .NET prints it: `True`, `False`, dates as `M/d/yyyy h:mm:ss tt`. */
export function textOf(value: Exclude<Value, null>): string {
  switch (typeof value) {
    case "string":
      return value;
    case "boolean":
      return value ? "True" : "False";
    case "number":
    case "bigint":
      return String(value);
    default:
      return isDateTime(value) ? writeDateTime(value) : JSON.stringify(value);
  }
}

export function toOutput(value: Value): Output {
  if (isList(value)) return value.map(toOutput);
  if (typeof value === "bigint" || isDateTime(value)) return textOf(value);
  return value;
}

/** The values that flow, each as text; none where there is no value. */
export function toTexts(value: Value): readonly string[] {
  if (isList(value)) return value.flatMap(toTexts);
  return value === null ? [] : [textOf(value)];
}
