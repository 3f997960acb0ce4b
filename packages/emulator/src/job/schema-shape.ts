import { isJsonObject, type JsonObject } from "@graph-sync/core";
import { isStorable } from "../database/storable.ts";

/** A member of a schema that is not of the kind that whoever reads it relies on. */
export interface Misfit {
  /** Like `directories[0].objects`. */
  readonly place: string;
  /** What is wrong with it, to be put behind its place. */
  readonly problem: string;
}

/** What is read of an object: members that are texts, and lists of objects. All else is kept as it is. */
interface Shape {
  readonly texts: readonly string[];
  readonly lists: Readonly<Record<string, Shape>>;
}

const schema: Shape = {
  texts: ["id", "version"],
  lists: {
    synchronizationRules: {
      texts: ["id"],
      lists: {
        objectMappings: {
          texts: ["targetObjectName"],
          lists: { attributeMappings: { texts: ["targetAttributeName"], lists: {} } },
        },
      },
    },
    directories: {
      texts: ["id", "name", "discoverabilities"],
      lists: { objects: { texts: ["name"], lists: { attributes: { texts: ["name"], lists: {} } } } },
    },
  },
};

/** The first misfit of a schema; undefined where it can be read. Any member may be absent or null. */
export function misfitIn(document: JsonObject): Misfit | undefined {
  return misfit(document, schema, "");
}

function misfit(object: JsonObject, { texts, lists }: Shape, before: string): Misfit | undefined {
  for (const name of texts) {
    const value = object[name] ?? "";
    if (typeof value !== "string") return { place: before + name, problem: "must be a text" };
    if (!isStorable(value)) return { place: before + name, problem: "is not valid Unicode text" };
  }
  for (const [name, shape] of Object.entries(lists)) {
    const list = object[name] ?? [];
    if (!Array.isArray(list) || !list.every(isJsonObject)) {
      return { place: before + name, problem: "must be a list of objects" };
    }
    for (const [index, item] of list.entries()) {
      const found = misfit(item, shape, `${before}${name}[${index}].`);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
