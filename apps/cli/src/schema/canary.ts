import type { AttributeMapping, SynchronizationSchema } from "@graph-sync/core";
import type { Session } from "../connection/session.ts";
import { attributesIn, readUser } from "../expressions/directory-user.ts";
import type { LiveSchema } from "./resolve-schema.ts";
import { type ServiceValue, valueByService } from "./service-value.ts";

/** What was tried, and what was not known. */
export interface Canary {
  readonly results: readonly CanaryResult[];
  /** Attributes that are not read from the directory, and count as missing. */
  readonly unread: readonly string[];
}

/** What one mapping gives one user, before and after a change. */
export interface CanaryResult {
  /** As it was named on the command line. */
  readonly user: string;
  /** The rule, and the two objects that are mapped. */
  readonly mapping: string;
  readonly attribute: string;
  /** Null where there is no such mapping, or where it gives no value. */
  readonly before: ServiceValue;
  readonly after: ServiceValue;
}

/** What a canary is about. */
export interface CanaryInput {
  readonly live: LiveSchema;
  readonly current: SynchronizationSchema;
  readonly desired: SynchronizationSchema;
  readonly users: readonly string[];
}

/**
 * Asks the service what the changed mappings of users give for some of them, by `parseExpression`: nothing is written,
 * and no cycle runs. Scoping filters are not looked at.
 */
export async function canary(session: Session, { live, current, desired, users }: CanaryInput): Promise<Canary> {
  const changed = changedMappings(current, desired);
  const expressions = changed.flatMap(({ before, after }) => [expressionOf(before), expressionOf(after)]);
  const results: CanaryResult[] = [];
  const unread = new Set<string>();
  for (const user of changed.length === 0 ? [] : users) {
    const test = await readUser(session, user, expressions.flatMap(attributesIn));
    for (const name of test.unread) unread.add(name);
    const known = new Map<string, Promise<ServiceValue>>();
    const valueOf = (mapping: AttributeMapping | undefined): Promise<ServiceValue> => {
      const expression = expressionOf(mapping);
      if (expression === "") return Promise.resolve(constantOf(mapping));
      const value = known.get(expression) ?? valueByService(session, live, expression, test.properties);
      known.set(expression, value);
      return value;
    };
    // One after the other: the service limits how often it may be asked.
    for (const { mapping, attribute, before, after } of changed) {
      results.push({ user, mapping, attribute, before: await valueOf(before), after: await valueOf(after) });
    }
  }
  return { results, unread: [...unread] };
}

function expressionOf(mapping: AttributeMapping | undefined): string {
  return mapping?.source?.expression ?? "";
}

/** A mapping without a source gives its default value. */
function constantOf(mapping: AttributeMapping | undefined): ServiceValue {
  const value = mapping?.defaultValue ?? null;
  return value === null ? null : [value];
}

interface ChangedMapping {
  readonly mapping: string;
  readonly attribute: string;
  readonly before: AttributeMapping | undefined;
  readonly after: AttributeMapping | undefined;
}

function changedMappings(current: SynchronizationSchema, desired: SynchronizationSchema): readonly ChangedMapping[] {
  const before = userMappings(current);
  const after = userMappings(desired);
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].flatMap((key): readonly ChangedMapping[] => {
    const [old, fresh] = [before.get(key), after.get(key)];
    const one = fresh ?? old;
    if (one === undefined || flowOf(old?.mapping) === flowOf(fresh?.mapping)) return [];
    return [{ mapping: one.place, attribute: one.attribute, before: old?.mapping, after: fresh?.mapping }];
  });
}

interface PlacedMapping {
  readonly place: string;
  readonly attribute: string;
  readonly mapping: AttributeMapping;
}

/** The attribute mappings of users, by rule, objects and target attribute. */
function userMappings({ synchronizationRules }: SynchronizationSchema): ReadonlyMap<string, PlacedMapping> {
  const placed = (synchronizationRules ?? []).flatMap(({ name, objectMappings }) =>
    (objectMappings ?? [])
      .filter(({ sourceObjectName }) => sourceObjectName?.toLowerCase() === "user")
      .flatMap(({ sourceObjectName, targetObjectName, attributeMappings }) =>
        (attributeMappings ?? []).map((mapping): readonly [string, PlacedMapping] => {
          const place = `${name ?? ""} › ${sourceObjectName ?? ""} → ${targetObjectName ?? ""}`;
          const attribute = mapping.targetAttributeName ?? "";
          return [JSON.stringify([place, attribute]), { place, attribute, mapping }];
        }),
      ),
  );
  return new Map(placed);
}

/** What the value of a mapping depends on. */
function flowOf(mapping: AttributeMapping | undefined): string {
  if (mapping === undefined) return "";
  const expression = expressionOf(mapping);
  return JSON.stringify(expression === "" ? { constant: mapping.defaultValue ?? null } : { expression });
}
