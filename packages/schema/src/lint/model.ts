import type {
  AttributeDefinition,
  AttributeMapping,
  DirectoryDefinition,
  ObjectDefinition,
  ObjectMapping,
  SynchronizationRule,
  SynchronizationSchema,
} from "@graph-sync/core";
import type { Path } from "../model/json.ts";
import { type ReadExpression, readExpression } from "./read-expression.ts";

/** A schema as the rules look at it: names are looked up once, expressions are read once. */
export interface Model {
  readonly schema: SynchronizationSchema;
  readonly directories: readonly DirectoryView[];
  readonly rules: readonly RuleView[];
  /** All object mappings of all rules. */
  readonly objectMappings: readonly ObjectMappingView[];
  /** All attribute mappings of all object mappings. */
  readonly attributeMappings: readonly AttributeMappingView[];
  readonly template: SynchronizationSchema | undefined;
  readonly aadOptscim062020: boolean | undefined;
}

export interface DirectoryView {
  readonly definition: DirectoryDefinition;
  readonly path: Path;
  readonly objects: readonly ObjectView[];
  /** The first object of each name. */
  readonly byName: ReadonlyMap<string, ObjectView>;
}

export interface ObjectView {
  readonly definition: ObjectDefinition;
  readonly path: Path;
  readonly attributes: ReadonlyMap<string, AttributeDefinition>;
  /** The names as they are spelled, by the same names in lower case. */
  readonly spelling: ReadonlyMap<string, string>;
}

export interface RuleView {
  readonly rule: SynchronizationRule;
  readonly path: Path;
  readonly source: DirectoryView | undefined;
  readonly target: DirectoryView | undefined;
}

export interface ObjectMappingView {
  readonly mapping: ObjectMapping;
  readonly path: Path;
  readonly rule: RuleView;
  /** Undefined where the directory does not have it, or lists no attributes that a name could be looked up in. */
  readonly source: ObjectView | undefined;
  readonly target: ObjectView | undefined;
  readonly attributes: readonly AttributeMappingView[];
}

export interface AttributeMappingView {
  readonly mapping: AttributeMapping;
  readonly path: Path;
  readonly owner: Omit<ObjectMappingView, "attributes">;
  readonly expression: ReadExpression;
}

/** What is known beside the schema; each of it lets more rules speak. */
export interface LintOptions {
  /** The schema of the template that the job was made from: what it has and this one lacks is told. */
  readonly template?: SynchronizationSchema;
  /** Directories as `discover` answers them now; each takes the place of the schema's own of the same name. */
  readonly directory?: DirectoryDefinition | readonly DirectoryDefinition[];
  /**
   * Whether the app's tenant URL carries `aadOptscim062020`. It is no part of a schema, so without this the rule on it
   * says what depends on it.
   */
  readonly aadOptscim062020?: boolean;
}

export function modelOf(schema: SynchronizationSchema, options: LintOptions): Model {
  const directories = directoriesOf(schema, options);
  const byName = new Map(directories.map((view) => [view.definition.name, view]));
  const find = (name: string | null | undefined): DirectoryView | undefined => (name ? byName.get(name) : undefined);
  const rules = (schema.synchronizationRules ?? []).map((rule, index): RuleView => {
    const path = ["synchronizationRules", index];
    return { rule, path, source: find(rule.sourceDirectoryName), target: find(rule.targetDirectoryName) };
  });
  const objectMappings = rules.flatMap((rule) =>
    (rule.rule.objectMappings ?? []).map((mapping, index) => objectMappingOf(mapping, index, rule)),
  );
  const attributeMappings = objectMappings.flatMap(({ attributes }) => attributes);
  const { template, aadOptscim062020 } = options;
  return { schema, directories, rules, objectMappings, attributeMappings, template, aadOptscim062020 };
}

function directoriesOf(schema: SynchronizationSchema, { directory }: LintOptions): readonly DirectoryView[] {
  const given = directory === undefined ? [] : isList(directory) ? directory : [directory];
  const names = new Set(given.map(({ name }) => name));
  const own = (schema.directories ?? []).flatMap((definition, index) =>
    names.has(definition.name) ? [] : [directoryOf(definition, ["directories", index])],
  );
  return [...own, ...given.map((definition) => directoryOf(definition, ["directory", definition.name ?? ""]))];
}

const isList = (value: DirectoryDefinition | readonly DirectoryDefinition[]): value is readonly DirectoryDefinition[] =>
  Array.isArray(value);

function directoryOf(definition: DirectoryDefinition, path: Path): DirectoryView {
  const objects = (definition.objects ?? []).map((object, index): ObjectView => {
    const named = (object.attributes ?? []).flatMap((attribute) =>
      typeof attribute.name === "string" ? [[attribute.name, attribute] as const] : [],
    );
    return {
      definition: object,
      path: [...path, "objects", index],
      attributes: new Map(named),
      spelling: new Map(named.map(([name]) => [name.toLowerCase(), name])),
    };
  });
  const names = objects.map((object) => [object.definition.name ?? "", object] as const).reverse();
  return { definition, path, objects, byName: new Map(names) };
}

function objectMappingOf(mapping: ObjectMapping, index: number, rule: RuleView): ObjectMappingView {
  const path = [...rule.path, "objectMappings", index];
  const source = objectNamed(rule.source, mapping.sourceObjectName);
  const target = objectNamed(rule.target, mapping.targetObjectName);
  const owner = { mapping, path, rule, source, target };
  const attributes = (mapping.attributeMappings ?? []).map((attribute, at): AttributeMappingView => {
    const expression = readExpression(attribute.source);
    return { mapping: attribute, path: [...path, "attributeMappings", at], owner, expression };
  });
  return { ...owner, attributes };
}

function objectNamed(directory: DirectoryView | undefined, name: string | null | undefined): ObjectView | undefined {
  const found = directory?.byName.get(name ?? "");
  return found !== undefined && found.attributes.size > 0 ? found : undefined;
}
