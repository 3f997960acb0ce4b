import type { EntityType } from "./entity-type.ts";
import type { Filter, Literal, Operand } from "./filter-tree.ts";
import { ODataSyntaxError } from "./odata-error.ts";
import { compareValues, type Scope, valueAt } from "./value.ts";

/** Whether an item passes. */
export type Test = (item: unknown) => boolean;

/**
 * A filter as a function. Names and literals are checked against the type first, so that a slip is refused also where there
 * is no item.
 * @throws {ODataSyntaxError}
 */
export function compileFilter(filter: Filter, type: EntityType): Test {
  check(filter, type, new Set());
  const test = compile(filter, type);
  return (item) => test({ item, variables: new Map() });
}

type Compiled = (scope: Scope) => boolean;

function compile(filter: Filter, type: EntityType): Compiled {
  switch (filter.type) {
    case "and": {
      const [left, right] = [compile(filter.left, type), compile(filter.right, type)];
      return (scope) => left(scope) && right(scope);
    }
    case "or": {
      const [left, right] = [compile(filter.left, type), compile(filter.right, type)];
      return (scope) => left(scope) || right(scope);
    }
    case "not": {
      const operand = compile(filter.operand, type);
      return (scope) => !operand(scope);
    }
    case "compare": {
      const { left, right, operator } = filter;
      const fold = foldsCase(left, type) || foldsCase(right, type);
      const holds = holdsFor[operator];
      return (scope) => holds(compareValues(valueOf(left, scope), valueOf(right, scope), fold));
    }
    case "in": {
      const { left, values } = filter;
      const fold = foldsCase(left, type);
      return (scope) => values.some(({ value }) => compareValues(valueOf(left, scope), value, fold) === 0);
    }
    case "test": {
      const { name, text, part } = filter;
      const fold = foldsCase(text, type) ? (value: string) => value.toLowerCase() : (value: string) => value;
      return (scope) => {
        const [whole, wanted] = [valueOf(text, scope), valueOf(part, scope)];
        return typeof whole === "string" && typeof wanted === "string" && tests[name](fold(whole), fold(wanted));
      };
    }
    case "any":
    case "all":
      return compileLambda(filter, type);
    case "truth":
      return (scope) => valueOf(filter.operand, scope) === true;
  }
}

function compileLambda(filter: Filter & { readonly type: "any" | "all" }, type: EntityType): Compiled {
  const { path, variable, filter: inner } = filter;
  const test = inner === undefined ? () => true : compile(inner, type);
  return (scope) => {
    const items = valueAt(path.names, scope);
    if (!Array.isArray(items)) return filter.type === "all";
    const holds = (item: unknown): boolean =>
      test({
        ...scope,
        variables: variable === undefined ? scope.variables : new Map([...scope.variables, [variable, item]]),
      });
    return filter.type === "any" ? items.some(holds) : items.every(holds);
  };
}

/** Undefined compares as neither less nor equal nor greater: it is false for all but `ne`. */
const holdsFor = {
  eq: (order: number | undefined) => order === 0,
  ne: (order: number | undefined) => order !== 0,
  gt: (order: number | undefined) => order !== undefined && order > 0,
  ge: (order: number | undefined) => order !== undefined && order >= 0,
  lt: (order: number | undefined) => order !== undefined && order < 0,
  le: (order: number | undefined) => order !== undefined && order <= 0,
};

const tests = {
  startswith: (text: string, part: string) => text.startsWith(part),
  endswith: (text: string, part: string) => text.endsWith(part),
  contains: (text: string, part: string) => text.includes(part),
};

function valueOf(operand: Operand, scope: Scope): unknown {
  if (operand.type === "literal") return operand.kind === "date" ? new Date(Number(operand.value)) : operand.value;
  if (operand.type === "path") return valueAt(operand.names, scope);
  const value = valueOf(operand.operand, scope);
  return typeof value === "string" ? value.toLowerCase() : value;
}

function foldsCase(operand: Operand, type: EntityType): boolean {
  return operand.type === "path" && (type.ignoresCase?.(operand.names.join("/").toLowerCase()) ?? false);
}

function check(filter: Filter, type: EntityType, variables: ReadonlySet<string>): void {
  switch (filter.type) {
    case "and":
    case "or":
      check(filter.left, type, variables);
      check(filter.right, type, variables);
      break;
    case "not":
      check(filter.operand, type, variables);
      break;
    case "compare":
      checkOperand(filter.left, type, variables);
      checkOperand(filter.right, type, variables);
      checkKinds(filter.left, filter.right, type);
      checkKinds(filter.right, filter.left, type);
      break;
    case "in":
      checkOperand(filter.left, type, variables);
      for (const value of filter.values) checkKinds(filter.left, value, type);
      break;
    case "test":
      checkOperand(filter.text, type, variables);
      checkOperand(filter.part, type, variables);
      break;
    case "any":
    case "all":
      checkOperand(filter.path, type, variables);
      if (filter.filter !== undefined && filter.variable !== undefined) {
        check(filter.filter, type, new Set([...variables, filter.variable]));
      }
      break;
    case "truth":
      checkOperand(filter.operand, type, variables);
      break;
  }
}

function checkOperand(operand: Operand, type: EntityType, variables: ReadonlySet<string>): void {
  if (operand.type === "fold") checkOperand(operand.operand, type, variables);
  if (operand.type !== "path") return;
  const [first = ""] = operand.names;
  if (!variables.has(first)) checkProperty(first, type);
}

/** @throws {ODataSyntaxError} for a name that the type does not have */
export function checkProperty(name: string, type: EntityType): void {
  if (type.properties.some((property) => property.toLowerCase() === name.toLowerCase())) return;
  throw new ODataSyntaxError(`Could not find a property named '${name}' on type 'microsoft.graph.${type.name}'`, 0);
}

/** A number is not compared with a text: that would be false for every item, and look like an answer. */
function checkKinds(operand: Operand, other: Operand, type: EntityType): void {
  if (operand.type !== "path" || other.type !== "literal" || other.kind === "null") return;
  const kind: Literal["kind"] | undefined = type.kinds?.get(operand.names.join("/").toLowerCase());
  if (kind === undefined || kind === other.kind) return;
  throw new ODataSyntaxError(
    `A binary operator with incompatible types was detected: '${operand.names.join("/")}' is a ${kind} and '${String(other.value)}' is a ${other.kind}`,
    0,
  );
}
