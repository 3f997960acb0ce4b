import { isEmpty, isList, readAttributeValue, textOf, type Value } from "../evaluate/value.ts";
import { compiledFor } from "../regex/compile-pattern.ts";
import { PatternError } from "../regex/pattern.ts";
import { matches } from "../regex/search.ts";
import type { ScopingFilterClause } from "./filter.ts";
import { type FilterOperator, filterOperator, filterOperators } from "./operators.ts";

/** What became of one clause. */
export interface ClauseResult {
  /** Whether the object passes the clause. */
  readonly holds: boolean;
  /** The attribute on the left. */
  readonly attribute: string;
  /** The operator's name. */
  readonly operator: string;
  /** What the attribute was compared with; empty for a unary operator. */
  readonly values: readonly string[];
  /** Why, in a sentence that names the attribute and what it is. */
  readonly reason: string;
  /** Whether the clause itself is wrong: it holds for no object at all. */
  readonly misconfigured: boolean;
}

/** An object without the attribute fails every clause but `IS NULL`; so does an attribute with an empty value. */
export function evaluateClause(
  clause: ScopingFilterClause,
  attributes: Readonly<Record<string, unknown>>,
): ClauseResult {
  const attribute = clause.sourceOperandName ?? "";
  const operatorName = clause.operatorName ?? "";
  const values = clause.targetOperand?.values ?? [];
  const result = (holds: boolean, reason: string, misconfigured = false): ClauseResult => ({
    holds,
    attribute,
    operator: operatorName,
    values,
    reason,
    misconfigured,
  });

  const operator = filterOperator(operatorName);
  const wrong = mistake(attribute, operator, operatorName, values);
  if (operator === undefined || wrong !== undefined) return result(false, wrong ?? "", true);
  const value = Object.hasOwn(attributes, attribute) ? readAttributeValue(attributes[attribute]) : null;
  const clauseText = [attribute, operatorName, ...values].join(" ");
  if (isEmpty(value)) {
    const holds = operator.name === "IS NULL";
    return result(holds, `${clauseText}: ${attribute} has no value${holds ? "" : ", and then only IS NULL holds"}.`);
  }
  const shown = isList(value) ? value.map(print).join(", ") : print(value);
  try {
    const holds = (isList(value) ? value : [value]).every((one) => test(operator, print(one), values, clause));
    return result(holds, `${clauseText}: ${attribute} is "${shown}".`);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return result(false, `${clauseText}: ${error.message}.`, true);
  }
}

const print = (value: Value): string => (value === null || isList(value) ? "" : textOf(value));

function mistake(
  attribute: string,
  operator: FilterOperator | undefined,
  name: string,
  values: readonly string[],
): string | undefined {
  if (attribute === "") return "The clause names no attribute; give sourceOperandName.";
  if (operator === undefined) {
    return `There is no operator "${name}"; give one of ${filterOperators.map((one) => one.name).join(", ")}.`;
  }
  if (operator.arity === "Binary" && values.length === 0) {
    return `${attribute} ${name}: there is nothing to compare with; give targetOperand.values.`;
  }
  const integers = operator.supportedAttributeTypes.every((type) => type === "Integer");
  const text = integers ? values.find((value) => !isInteger(value)) : undefined;
  return text === undefined ? undefined : `${attribute} ${name} ${text}: "${text}" is no whole number.`;
}

const isInteger = (text: string): boolean => /^-?\d{1,40}$/.test(text.trim());

/** Of several values to compare with, one must pass; where the operator denies, none may. */
function test({ name }: FilterOperator, text: string, values: readonly string[], clause: ScopingFilterClause): boolean {
  switch (name) {
    case "EQUALS":
      return values.includes(text);
    case "NOT EQUALS":
      return !values.includes(text);
    case "IS TRUE":
      return text.toLowerCase() === "true";
    case "IS FALSE":
      return text.toLowerCase() === "false";
    case "IS NULL":
      return false;
    case "IS NOT NULL":
      return true;
    case "REGEX MATCH":
      return values.some((value) => matches(compiledFor(clause, value), text));
    case "NOT REGEX MATCH":
      return !values.some((value) => matches(compiledFor(clause, value), text));
    case "&":
      return values.some((value) => shares(text, value));
    case "!&":
      return !values.some((value) => shares(text, value));
    case "ENDS_WITH":
      return values.some((value) => text.endsWith(value));
    case "Greater_Than":
      return isInteger(text) && values.some((value) => BigInt(text) > BigInt(value));
    case "Greater_Than_OR_EQUALS":
      return isInteger(text) && values.some((value) => BigInt(text) >= BigInt(value));
    case "Includes":
      return values.some((value) => text.includes(value));
  }
}

function shares(text: string, value: string): boolean {
  return isInteger(text) && isInteger(value) ? (BigInt(text) & BigInt(value)) !== 0n : value.includes(text);
}
