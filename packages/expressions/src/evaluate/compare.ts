import { isDateTime, ticksOf } from "../dates/date-time.ts";
import { readDateTime } from "../dates/read-date-time.ts";
import type { Comparison } from "../syntax/tree.ts";
import { severalValues } from "./arguments.ts";
import { ExpressionEvaluationError } from "./evaluation-error.ts";
import { onlyValue, type Single, textOf, type Value } from "./value.ts";

/**
 * Compares as Visual Basic does: dates as dates, numbers as numbers when one side is one, texts by their characters with
 * case counting; no value is the same as an empty text. Texts of digits are numbers for `<` and `>`.
 */
export function compare(comparison: Comparison, left: Value, right: Value): boolean {
  const order = orderOf(single(comparison, left), single(comparison, right), comparison.operator);
  switch (comparison.operator) {
    case "=":
      return order === 0;
    case "<>":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
}

function orderOf(left: Single, right: Single, operator: Comparison["operator"]): number {
  const dates = [dateOf(left, right), dateOf(right, left)];
  if (dates[0] !== undefined && dates[1] !== undefined) return sign(dates[0], dates[1]);

  const equality = operator === "=" || operator === "<>";
  if (!equality || isNumber(left) || isNumber(right)) {
    const numbers = [numberOf(left), numberOf(right)];
    if (numbers[0] !== undefined && numbers[1] !== undefined) return sign(numbers[0], numbers[1]);
  }
  if (typeof left === "boolean" || typeof right === "boolean") {
    return sign(print(left).toLowerCase(), print(right).toLowerCase());
  }
  return sign(print(left), print(right));
}

function single(place: Comparison, value: Value): Single {
  const one = onlyValue(value);
  if (one !== undefined) return one;
  throw new ExpressionEvaluationError("multi-valued", `A side of ${place.operator} ${severalValues}`, {
    start: place.start,
    end: place.end,
  });
}

/** A date, or a text beside a date that can be read as one. */
function dateOf(value: Single, other: Single): bigint | undefined {
  if (isDateTime(value)) return ticksOf(value);
  if (typeof value !== "string" || !isDateTime(other)) return undefined;
  const read = readDateTime(value);
  return read === undefined ? undefined : ticksOf(read);
}

const isNumber = (value: Single): boolean => typeof value === "number" || typeof value === "bigint";

function numberOf(value: Single): number | bigint | undefined {
  if (typeof value === "number" || typeof value === "bigint") return value;
  if (typeof value !== "string") return undefined;
  if (/^-?\d{1,40}$/.test(value)) return BigInt(value);
  return /^-?\d{1,40}\.\d{1,40}$/.test(value) ? Number(value) : undefined;
}

const print = (value: Single): string => (value === null ? "" : textOf(value));

function sign<T extends string | number | bigint>(left: T, right: T): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
