import { canonical } from "../model/canonical.ts";
import { isObject, type Member, memberOf, membersOf } from "../model/json.ts";
import { attributeMappingList, attributeShape, type Shape } from "../model/shape.ts";

/** What most mappings and attributes are. A file names the values it leaves out, so it says all by itself. */
export interface Defaults {
  readonly attributeMapping: object;
  readonly attribute: object;
}

/** The kinds of item that a file abbreviates, and the member that each is called by. */
export type Kind = keyof Defaults;

export const nameOf: Readonly<Record<Kind, string>> = { attributeMapping: "targetAttributeName", attribute: "name" };

/** The kind of the items that a shape is for; undefined for everything that is written out. */
export function kindOf(shape: Shape): Kind | undefined {
  if (shape === attributeMappingList.of) return "attributeMapping";
  return shape === attributeShape ? "attribute" : undefined;
}

const usual: Defaults = {
  attributeMapping: {
    matchingPriority: 0,
    flowType: "Always",
    flowBehavior: "FlowWhenChanged",
    defaultValue: null,
    exportMissingReferences: false,
  },
  attribute: {
    type: "String",
    anchor: false,
    required: false,
    multivalued: false,
    caseExact: false,
    mutability: "ReadWrite",
    flowNullValues: false,
    defaultValue: null,
    referencedObjects: [],
    apiExpressions: [],
    metadata: [],
  },
};

/** The usual values that occur at all: a schema that never has a member gets none. */
export function defaultsFor(items: Readonly<Record<Kind, readonly unknown[]>>): Defaults {
  const found = (kind: Kind): object =>
    Object.fromEntries(membersOf(usual[kind]).filter((one) => occurs(one, items[kind])));
  return { attributeMapping: found("attributeMapping"), attribute: found("attribute") };
}

function occurs([name, value]: Member, items: readonly unknown[]): boolean {
  return items.some((item) => isObject(item) && Object.hasOwn(item, name) && same(memberOf(item, name), value));
}

/** Equal as JSON; the order of members does not count, everything else does. */
export function same(one: unknown, other: unknown): boolean {
  return one === other || canonical(one, { kind: "any" }) === canonical(other, { kind: "any" });
}
