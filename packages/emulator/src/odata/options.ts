import { badRequest } from "../http/graph-fault.ts";
import type { EntityType } from "./entity-type.ts";

/** The options of a request, checked against the type of its answer. */
export interface AnswerOptions {
  /** Absent when every property is wanted. */
  readonly select?: ReadonlySet<string>;
  readonly expand: ReadonlySet<string>;
}

/**
 * Reads `$select` and `$expand`. Any other `$…` option, an unknown name or an option given twice is refused: an option
 * that is silently ignored looks like an answer to it. Names without `$` are the caller's own and stay unread.
 */
export function readOptions(parameters: URLSearchParams, type: EntityType | undefined): AnswerOptions {
  const names = [...parameters.keys()].filter((name) => name.startsWith("$"));
  for (const [index, name] of names.entries()) {
    if (type === undefined || (name !== "$select" && name !== "$expand")) {
      throw badRequest(`The query option '${name}' is not supported on this resource.`);
    }
    if (names.indexOf(name) !== index) throw badRequest(`The query option '${name}' was specified more than once.`);
  }
  if (type === undefined) return { expand: new Set() };
  const select = readList(parameters.get("$select"), "$select", [...type.properties, ...type.expandable, "*"], type);
  const expand = readList(parameters.get("$expand"), "$expand", type.expandable, type) ?? new Set();
  return select === undefined || select.has("*") ? { expand } : { select, expand };
}

function readList(
  text: string | null,
  option: "$select" | "$expand",
  allowed: readonly string[],
  type: EntityType,
): ReadonlySet<string> | undefined {
  if (text === null) return undefined;
  if (option === "$expand" && text.includes("(")) {
    throw badRequest("Parsing OData Select and Expand failed: options inside $expand are not supported here.");
  }
  const names = text.split(",").map((name) => name.trim());
  for (const name of names) {
    if (name === "") throw badRequest(`Parsing OData Select and Expand failed: ${option} holds an empty name.`);
    if (!allowed.includes(name)) {
      throw badRequest(
        `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.${type.name}'.`,
      );
    }
  }
  return new Set(names);
}
