import type { SynchronizationSchema } from "@graph-sync/core";
import { SchemaError } from "../schema-error.ts";
import { formatPath, isArray, isObject, membersOf, type Path } from "./json.ts";
import { directoryShape, schemaShape, type Shape, shapeOf } from "./shape.ts";

/** Values inside values; the deepest expression that the service takes needs about a third of it. */
const deepest = 500;

/**
 * Refuses what is no schema, naming the first place that is wrong. Members that this version does not know may hold any
 * JSON, so nothing that a newer service sends is refused.
 * @throws SchemaError
 */
export function checkSchema(value: unknown): asserts value is SynchronizationSchema {
  if (isObject(value) && !Object.hasOwn(value, "synchronizationRules") && !Object.hasOwn(value, "directories")) {
    checkPlain(value, []);
    throw refused(
      [],
      "has neither synchronizationRules nor directories: give what GET …/schema answers, or what the portal exports.",
    );
  }
  checkThere(value, schemaShape, []);
}

/**
 * Refuses what is no directory definition, in the same way.
 * @throws SchemaError
 */
export function checkDirectory(value: unknown): void {
  checkThere(value, directoryShape, ["directory"]);
}

/** Null stands for a missing value inside a schema, and for nothing at all in the place of one, or in a list. */
function checkThere(value: unknown, shape: Shape, path: Path): void {
  if (value === null && shape.kind === "object") throw refused(path, "must be an object, not null.");
  check(value, shape, path);
}

/** What JSON cannot say would be lost in every text, so unknown members are looked at as well. */
function check(value: unknown, shape: Shape, path: Path): void {
  if (path.length > deepest) throw refused(path.slice(0, 12), `is nested deeper than ${deepest} levels.`);
  if (value === null) return;
  const { kind } = shape;
  if (isArray(value) && (kind === "list" || kind === "any")) {
    const of = kind === "list" ? shape.of : shape;
    for (const [index, item] of value.entries()) checkThere(item, of, [...path, index]);
  } else if (isObject(value) && (kind === "object" || kind === "any")) {
    checkPlain(value, path);
    for (const [name, member] of membersOf(value)) {
      check(member, kind === "object" ? shapeOf(shape, name) : shape, [...path, checkName(name, path)]);
    }
  } else if (!isKind(value, kind)) {
    throw refused(path, `must be ${names[kind]}, not ${nameOf(value)}.`);
  }
}

const names: Readonly<Record<Shape["kind"], string>> = {
  object: "an object",
  list: "an array",
  text: "a string",
  word: "a string",
  flags: "a string",
  number: "a whole number",
  boolean: "a boolean",
  any: "a value that JSON has",
};

function isKind(value: unknown, kind: Shape["kind"]): boolean {
  if (kind === "any") return Number.isFinite(value) || typeof value === "string" || typeof value === "boolean";
  if (kind === "number") return Number.isSafeInteger(value);
  return kind === "boolean" ? typeof value === "boolean" : names[kind] === "a string" && typeof value === "string";
}

/** Some programs take this member for the object's prototype; no schema of the service has it. */
function checkName(name: string, path: Path): string {
  if (name === "__proto__") throw refused([...path, name], "is a name that no schema has: remove the member.");
  return name;
}

function checkPlain(value: object, path: Path): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  // An object of another realm (a worker, a vm) has another Object.prototype, whose own prototype is null as well.
  if (prototype === null || Object.getPrototypeOf(prototype) === null) return;
  throw refused(path, "must be a plain object, not an instance of a class.");
}

function refused(path: Path, problem: string): SchemaError {
  return new SchemaError("not-a-schema", formatPath(path), problem);
}

function nameOf(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (isArray(value)) return "an array";
  if (typeof value === "number") return `the number ${value}`;
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
