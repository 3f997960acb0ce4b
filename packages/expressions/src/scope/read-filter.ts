import type { ScopingFilter, ScopingFilterClause, ScopingFilterGroup } from "./filter.ts";
import { filterOperator, filterOperators } from "./operators.ts";

/** A value is no scoping filter. The message names the place in it and what belongs there. */
export class ScopingFilterError extends TypeError {
  /** Always `ScopingFilterError`. */
  override readonly name: string = "ScopingFilterError";
  /** The place, as in `groups[0].clauses[1].operatorName`. */
  readonly path: string;

  constructor(path: string, message: string) {
    super(`${path === "" ? "The filter" : path} ${message}`);
    this.path = path;
  }
}

/**
 * Reads a scoping filter from JSON, as the `scope` of an object mapping has it. What is read is returned as it is, with
 * members that are not known.
 *
 * @throws ScopingFilterError where it has another shape, an unknown operator, or nothing to compare with.
 */
export function readFilter(json: unknown): ScopingFilter {
  const filter = record(json, "");
  for (const name of ["groups", "inputFilterGroups", "categoryFilterGroups"]) {
    for (const [index, group] of list(filter[name], name).entries()) readGroup(group, `${name}[${index}]`);
  }
  return filter;
}

function readGroup(json: unknown, path: string): ScopingFilterGroup {
  const group = record(json, path);
  text(group["name"], `${path}.name`);
  for (const [index, clause] of list(group["clauses"], `${path}.clauses`).entries()) {
    readClause(clause, `${path}.clauses[${index}]`);
  }
  return group;
}

function readClause(json: unknown, path: string): ScopingFilterClause {
  const clause = record(json, path);
  if (text(clause["sourceOperandName"], `${path}.sourceOperandName`) === "") {
    throw new ScopingFilterError(`${path}.sourceOperandName`, "is empty; name an attribute of the source object.");
  }
  const name = text(clause["operatorName"], `${path}.operatorName`);
  const operator = filterOperator(name);
  if (operator === undefined) {
    const known = filterOperators.map((one) => one.name).join(", ");
    throw new ScopingFilterError(`${path}.operatorName`, `is "${name}"; give one of ${known}.`);
  }
  const at = `${path}.targetOperand`;
  const operand = clause["targetOperand"] ?? null;
  const values = operand === null ? [] : list(record(operand, at)["values"], `${at}.values`);
  for (const [index, value] of values.entries()) {
    if (typeof value !== "string") throw new ScopingFilterError(`${at}.values[${index}]`, "is no text.");
  }
  if (operator.arity === "Binary" && values.length === 0) {
    throw new ScopingFilterError(`${at}.values`, `is empty; ${operator.name} compares with a value.`);
  }
  return clause;
}

function record(json: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    throw new ScopingFilterError(path, "is no object.");
  }
  // An object that is not null and no list: its members are looked at one by one.
  return json as Readonly<Record<string, unknown>>;
}

function list(json: unknown, path: string): readonly unknown[] {
  if (json === undefined || json === null) return [];
  if (!Array.isArray(json)) throw new ScopingFilterError(path, "is no list.");
  return json;
}

function text(json: unknown, path: string): string {
  if (json === undefined || json === null) return "";
  if (typeof json !== "string") throw new ScopingFilterError(path, "is no text.");
  return json;
}
