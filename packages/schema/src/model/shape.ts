/**
 * What the parts of a schema look like, as data. One table serves the check, the order of members in texts, and the
 * comparison, so that the three cannot disagree.
 * https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationschema
 */
export type Shape = Scalar | ListShape | ObjectShape;

export interface Scalar {
  /** `word`: an enum member, compared without case. `flags`: several of them, separated by commas, in any order. */
  readonly kind: "text" | "word" | "flags" | "number" | "boolean" | "any";
  /** The documented value where there is none. */
  readonly absent?: string | number | boolean;
}

export interface ListShape {
  readonly kind: "list";
  readonly of: Shape;
  /** What an item is known by, best first: names of members. Without any, the order of the items is part of the value. */
  readonly keys: readonly (readonly string[])[];
}

export interface ObjectShape {
  readonly kind: "object";
  /** What it is called in a sentence. */
  readonly what: string;
  /** The members that are known, in the order in which they are written. */
  readonly members: ReadonlyMap<string, Shape>;
  /** Members that the service changes by itself. */
  readonly owned: ReadonlySet<string>;
  /** Compared and shown as one value. */
  readonly whole: boolean;
}

const text: Scalar = { kind: "text" };
const anything: Scalar = { kind: "any" };
const number: Scalar = { kind: "number" };
const boolean: Scalar = { kind: "boolean" };
const word = (absent?: string): Scalar => ({ kind: "word", ...(absent !== undefined && { absent }) });
const list = (of: Shape, ...keys: (readonly string[])[]): ListShape => ({ kind: "list", of, keys });

interface Extra {
  readonly owned?: readonly string[];
  readonly whole?: boolean;
}

const object = (what: string, members: Readonly<Record<string, Shape>>, extra: Extra = {}): ObjectShape => ({
  kind: "object",
  what,
  members: new Map(Object.entries(members)),
  owned: new Set(extra.owned),
  whole: extra.whole ?? false,
});

const note = object("note", { key: anything, value: anything });
const notes = list(note, ["key"]);

const parameters = new Map<string, Shape>();
/** A source is a tree; `parameters` is filled below, once there is a source to refer to. */
const source: ObjectShape = { kind: "object", what: "source", members: parameters, owned: new Set(), whole: true };
parameters
  .set("expression", text)
  .set("name", text)
  .set("type", word())
  .set("parameters", list(object("parameter", { key: text, value: source })));

const attributeMappingShape: ObjectShape = object("attribute mapping", {
  targetAttributeName: text,
  source,
  matchingPriority: { ...number, absent: 0 },
  flowType: word("Always"),
  flowBehavior: word("FlowWhenChanged"),
  defaultValue: text,
  exportMissingReferences: { ...boolean, absent: false },
});

export const attributeMappingList: ListShape = list(attributeMappingShape, ["targetAttributeName"]);

const clause = object("filter clause", {
  sourceOperandName: text,
  operatorName: text,
  targetOperand: object("operand", { values: list(text) }, { whole: true }),
});
/** The clauses of a group, as a set. */
export const clauseList: ListShape = list(clause, ["sourceOperandName", "operatorName"]);
const groups = list(object("filter group", { name: text, clauses: clauseList }), ["name"]);
const scope = object("scope", { groups, inputFilterGroups: groups, categoryFilterGroups: groups });

const objectMapping = object("object mapping", {
  name: text,
  enabled: boolean,
  flowTypes: { kind: "flags", absent: "Add, Update, Delete" },
  sourceObjectName: text,
  targetObjectName: text,
  metadata: notes,
  scope,
  attributeMappings: attributeMappingList,
});

export const objectMappingList: ListShape = list(
  objectMapping,
  ["sourceObjectName", "targetObjectName", "name"],
  ["sourceObjectName", "targetObjectName"],
  ["name"],
);

const rule = object("rule", {
  id: text,
  name: text,
  priority: number,
  editable: boolean,
  sourceDirectoryName: text,
  targetDirectoryName: text,
  metadata: notes,
  containerFilter: object("container filter", { includedContainers: list(text, []) }),
  groupFilter: object("group filter", { includedGroups: list(text, []) }),
  objectMappings: objectMappingList,
});

export const ruleList: ListShape = list(rule, ["id"], ["name"]);

export const attributeShape: ObjectShape = object("attribute", {
  name: text,
  type: word("String"),
  anchor: { ...boolean, absent: false },
  required: { ...boolean, absent: false },
  multivalued: { ...boolean, absent: false },
  caseExact: boolean,
  mutability: word("ReadWrite"),
  flowNullValues: { ...boolean, absent: false },
  defaultValue: text,
  referencedObjects: list(object("referenced object", { referencedObjectName: text, referencedProperty: text }), [
    "referencedObjectName",
  ]),
  apiExpressions: notes,
  metadata: notes,
});

const definition = object("object", {
  name: text,
  supportedApis: list(text, []),
  metadata: notes,
  attributes: list(attributeShape, ["name"]),
});

export const directoryShape: ObjectShape = object(
  "directory",
  {
    id: text,
    name: text,
    readOnly: boolean,
    discoverabilities: { kind: "flags" },
    discoveryDateTime: text,
    version: text,
    objects: list(definition, ["name"]),
  },
  { owned: ["discoveryDateTime", "version"] },
);

export const schemaShape: ObjectShape = object(
  "schema",
  {
    "@odata.context": text,
    "@odata.type": text,
    id: text,
    version: text,
    synchronizationRules: ruleList,
    directories: list(directoryShape, ["name"], ["id"]),
  },
  { owned: ["@odata.context", "@odata.type", "version"] },
);

/** The shape of a member; what is not known may be anything. */
export function shapeOf(shape: ObjectShape, name: string): Shape {
  return shape.members.get(name) ?? anything;
}

/** The shape of a list's items, of a list of objects. */
export function objectShapeIn({ of }: ListShape): ObjectShape {
  if (of.kind !== "object") throw new TypeError("A list of values has no object in it.");
  return of;
}
