import type { ScopingFilter } from "@graph-sync/expressions";
import type { Session } from "../connection/session.ts";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { inputName, readJsonObject } from "../input/read-input.ts";
import { nameOf, resolveSchema } from "../schema/resolve-schema.ts";
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
  const name = inputName(path);
  return usableFilter(name, async () => {
    const { readFilter } = await import("@graph-sync/expressions/scope");
    if ("synchronizationRules" in value) {
      const { parse } = await import("@graph-sync/schema");
      return readFilter(chosenObject(parse(JSON.stringify(value)), options).scope ?? {});
    }
    const known = ["groups", "inputFilterGroups", "categoryFilterGroups", "scope"].some((each) => each in value);
    if (known) return readFilter("scope" in value ? (value["scope"] ?? {}) : value);
    throw new Refusal(exitCodes.usage, `${name} holds no scoping filter.`, looksLike);
  });
}

/**
 * The scoping filter of an object mapping of a schema at the service.
 * @throws Refusal where several objects are mapped and none was named
 */
export async function liveFilter(session: Session, word: string, options: ObjectOptions): Promise<ScopingFilter> {
  const live = await resolveSchema(session, word);
  const schema = await live.client.get(undefined, session.call);
  return usableFilter(nameOf(live), async () => {
    const { readFilter } = await import("@graph-sync/expressions/scope");
    return readFilter(chosenObject(schema, options).scope ?? {});
  });
}

/** The attributes that the clauses of a filter look at. */
export function attributesOf(filter: ScopingFilter): readonly string[] {
  return [filter.groups, filter.inputFilterGroups, filter.categoryFilterGroups]
    .flatMap((groups) => groups ?? [])
    .flatMap(({ clauses }) => clauses ?? [])
    .flatMap(({ sourceOperandName }) => sourceOperandName ?? []);
}

async function usableFilter(name: string, read: () => Promise<ScopingFilter>): Promise<ScopingFilter> {
  try {
    return await read();
  } catch (cause) {
    const { ScopingFilterError } = await import("@graph-sync/expressions/scope");
    const { isSchemaError } = await import("@graph-sync/schema");
    if (!(cause instanceof ScopingFilterError) && !isSchemaError(cause)) throw cause;
    throw new Refusal(exitCodes.usage, `${name}: ${cause.message}`, looksLike, { cause });
  }
}

const looksLike =
  'It is {"groups": [{"name": …, "clauses": [{"sourceOperandName", "operatorName", "targetOperand"}]}]}.';
