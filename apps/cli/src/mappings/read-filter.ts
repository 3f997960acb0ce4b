import type { ScopingFilter } from "@graph-sync/expressions";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { readJsonObject } from "../input/read-input.ts";
import { plain } from "../output/plain.ts";
import type { Surroundings } from "../surroundings.ts";
import { chosenObject, type ObjectOptions } from "./object-mappings.ts";

/**
 * Reads a scoping filter from a JSON file: the filter itself, something with it as its `scope`, or a whole schema.
 * @throws Refusal that names the place in it
 */
export async function readFilterFile(
  path: string,
  options: ObjectOptions,
  surroundings: Surroundings,
): Promise<ScopingFilter> {
  const value = await readJsonObject(path, surroundings);
  const name = path === "-" ? "stdin" : plain(path);
  const { readFilter, ScopingFilterError } = await import("@graph-sync/expressions/scope");
  const { isSchemaError, parse } = await import("@graph-sync/schema");
  try {
    if ("synchronizationRules" in value) {
      return readFilter(chosenObject(parse(JSON.stringify(value)), options).scope ?? {});
    }
    const known = ["groups", "inputFilterGroups", "categoryFilterGroups", "scope"].some((each) => each in value);
    if (known) return readFilter("scope" in value ? (value["scope"] ?? {}) : value);
  } catch (cause) {
    if (!(cause instanceof ScopingFilterError) && !isSchemaError(cause)) throw cause;
    throw new Refusal(exitCodes.usage, `${name}: ${cause.message}`, looksLike, { cause });
  }
  throw new Refusal(exitCodes.usage, `${name} holds no scoping filter.`, looksLike);
}

const looksLike =
  'It is {"groups": [{"name": …, "clauses": [{"sourceOperandName", "operatorName", "targetOperand"}]}]}.';
