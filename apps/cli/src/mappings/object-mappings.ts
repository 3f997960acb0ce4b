import type { AttributeMapping, ObjectMapping, SynchronizationSchema } from "@graph-sync/core";
import type { Command } from "commander";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { plain } from "../output/plain.ts";

/** Of every verb that is about one object mapping of a schema. */
export interface ObjectOptions {
  readonly object?: string;
}

export function addObjectOption(command: Command): void {
  command.option(
    "--object <name>",
    "which objects, by their name in the source, in the target, or that of the mapping",
  );
}

/** All object mappings of all rules. */
function objectMappingsIn(schema: SynchronizationSchema): readonly ObjectMapping[] {
  return (schema.synchronizationRules ?? []).flatMap((rule) => rule.objectMappings ?? []);
}

/** Those that `--object` names; all of them without it. */
export function chosenObjects(schema: SynchronizationSchema, { object }: ObjectOptions): readonly ObjectMapping[] {
  const all = objectMappingsIn(schema);
  if (object === undefined) return all;
  const wanted = object.toLowerCase();
  const chosen = all.filter(({ name, sourceObjectName, targetObjectName }) =>
    [name, sourceObjectName, targetObjectName].some((each) => each?.toLowerCase() === wanted),
  );
  if (chosen.length > 0) return chosen;
  throw new Refusal(exitCodes.notFound, `The schema maps no ${plain(object)}.`, `It maps ${namesOf(all)}.`);
}

/**
 * The one object mapping that is meant.
 * @throws Refusal where there are several
 */
export function chosenObject(schema: SynchronizationSchema, options: ObjectOptions): ObjectMapping {
  const objects = chosenObjects(schema, options);
  const [only] = objects;
  if (only === undefined) throw new Refusal(exitCodes.notFound, "The schema maps no objects.", "Is it the right job?");
  if (objects.length > 1) throw several("The schema", objects);
  return only;
}

/**
 * The one mapping of an attribute of the target, and its object mapping.
 * @throws Refusal where there is none, or several
 */
export function chosenAttribute(
  schema: SynchronizationSchema,
  target: string,
  options: ObjectOptions,
): { readonly object: ObjectMapping; readonly mapping: AttributeMapping } {
  const found = chosenObjects(schema, options).flatMap((object) => {
    const mapping = attributeOf(object, target);
    return mapping === undefined ? [] : [{ object, mapping }];
  });
  const [only] = found;
  if (only === undefined) {
    throw new Refusal(
      exitCodes.notFound,
      `No mapping has the target ${plain(target)}.`,
      "graph-sync mapping list shows them; upper and lower case differ.",
    );
  }
  if (found.length === 1) return only;
  throw several(
    `Of those with ${plain(target)}, the schema`,
    found.map(({ object }) => object),
  );
}

/** The mapping of an attribute of the target; upper and lower case differ. */
export function attributeOf(object: ObjectMapping, target: string): AttributeMapping | undefined {
  return (object.attributeMappings ?? []).find(({ targetAttributeName }) => targetAttributeName === target);
}

function several(whose: string, objects: readonly ObjectMapping[]): Refusal {
  return new Refusal(
    exitCodes.usage,
    `${whose} maps several objects: ${namesOf(objects)}.`,
    "Say which with --object.",
  );
}

function namesOf(objects: readonly ObjectMapping[]): string {
  return objects.map(({ sourceObjectName, name }) => plain(sourceObjectName ?? name)).join(", ");
}

/** The schema with another object mapping in the place of one of its own. */
export function withObject(
  schema: SynchronizationSchema,
  object: ObjectMapping,
  change: (object: ObjectMapping) => ObjectMapping,
): SynchronizationSchema {
  const synchronizationRules = (schema.synchronizationRules ?? []).map((rule) =>
    rule.objectMappings?.includes(object) === true
      ? { ...rule, objectMappings: rule.objectMappings.map((each) => (each === object ? change(each) : each)) }
      : rule,
  );
  return { ...schema, synchronizationRules };
}
