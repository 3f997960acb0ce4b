import type { ObjectMapping, SynchronizationRule, SynchronizationSchema } from "@graph-sync/core";
import { pairItems } from "../diff/pair.ts";
import { titleOf } from "../diff/title.ts";
import { canonical } from "../model/canonical.ts";
import { attributeMappingList, objectMappingList, objectShapeIn, ruleList } from "../model/shape.ts";
import type { Effect, EffectOptions } from "./effect.ts";
import { moves } from "./moves.ts";

/** What follows from putting `body` in the place of `current`; the two differ. */
export function effectsOf(
  current: SynchronizationSchema,
  body: SynchronizationSchema,
  options: EffectOptions,
): readonly Effect[] {
  const perRule = pairItems(current.synchronizationRules ?? [], body.synchronizationRules ?? [], ruleList).flatMap(
    ([before, after]) => [...ofRule(before?.value, after?.value, options)],
  );
  return [{ kind: "full-resync", place: [], message: fullResync }, ...perRule, ...guards(perRule, options)];
}

const fullResync =
  "The next cycle is an initial one: it evaluates every object again. A running cycle ends first; links between objects stay.";

function* ofRule(
  before: SynchronizationRule | undefined,
  after: SynchronizationRule | undefined,
  options: EffectOptions,
): Generator<Effect> {
  const rule = titleOf(after ?? before, objectShapeIn(ruleList));
  const mappings = pairItems(before?.objectMappings ?? [], after?.objectMappings ?? [], objectMappingList);
  for (const [old, now] of mappings) {
    const place = [rule, titleOf(now?.value ?? old?.value, objectShapeIn(objectMappingList))];
    for (const effect of ofMapping(old?.value, now?.value, options)) yield { ...effect, place };
  }
  if (before?.editable === false && canonical(before, ruleList.of) !== canonical(after, ruleList.of)) {
    const message = "The rule is marked editable: false, and the service does not let such a rule be changed.";
    yield { kind: "not-editable", place: [rule], message };
  }
}

function* ofMapping(
  before: ObjectMapping | undefined,
  after: ObjectMapping | undefined,
  options: EffectOptions,
): Generator<Omit<Effect, "place">> {
  const [was, is] = [isOn(before), isOn(after)];
  if (!was && !is) return;
  if (was && !is) {
    const how = after === undefined ? "removed" : "disabled";
    yield {
      kind: "not-processed",
      message: `The mapping is ${how}: its objects are no longer processed. That they stay as they are is inferred, not documented.`,
    };
    return;
  }
  if (!was) {
    yield {
      kind: "may-enter-scope",
      message: "The mapping is new or enabled: objects that pass its filter are created.",
    };
    return;
  }
  yield* moves(before, after, options);
  if (matchedBy(before) !== matchedBy(after)) yield { kind: "matching", message: matchedAnew };
  yield* flowTypes(before, after);
}

const matchedAnew =
  "What finds an object in the target changes. Objects that are linked stay linked; the others are matched anew.";

const isOn = (mapping: ObjectMapping | undefined): boolean => mapping !== undefined && mapping.enabled !== false;

function* flowTypes(
  before: ObjectMapping | undefined,
  after: ObjectMapping | undefined,
): Generator<Omit<Effect, "place">> {
  const [old, now] = [flagsOf(before), flagsOf(after)];
  for (const flag of ["Add", "Update", "Delete"]) {
    const word = flag.toLowerCase();
    if (old.has(word) === now.has(word)) continue;
    const what = now.has(word) ? "now flow to the target" : "no longer flow to the target";
    yield {
      kind: "flow-types",
      message: `${flag === "Add" ? "New objects" : flag === "Update" ? "Updates" : "Deletes"} ${what}.`,
    };
  }
}

function flagsOf(mapping: ObjectMapping | undefined): ReadonlySet<string> {
  return new Set((mapping?.flowTypes ?? "Add, Update, Delete").split(",").map((flag) => flag.trim().toLowerCase()));
}

/** What objects are matched by: target, source and priority of each matching attribute. */
function matchedBy(mapping: ObjectMapping | undefined): string {
  const matching = (mapping?.attributeMappings ?? []).filter(({ matchingPriority }) => (matchingPriority ?? 0) > 0);
  return canonical(matching, attributeMappingList);
}

/** Out of scope is out of scope for the threshold too, whether it ends in a disable or in a delete. */
function guards(
  effects: readonly Effect[],
  { deleteThreshold, skipOutOfScopeDeletions }: EffectOptions,
): readonly Effect[] {
  const leaving = effects.filter(({ kind }) => kind === "leave-scope" || kind === "may-leave-scope");
  if (leaving.length === 0 || skipOutOfScopeDeletions === true) return [];
  if (deleteThreshold === undefined) return [{ kind: "deletes-unguarded", place: [], message: unguarded }];
  const count = leaving.reduce((sum, { objects }) => sum + (objects?.length ?? 0), 0);
  const counted = leaving.every(({ kind }) => kind === "leave-scope");
  if (counted && count <= deleteThreshold) return [];
  const when = counted
    ? `${count} objects leave, more than ${deleteThreshold}`
    : `When more than ${deleteThreshold} objects leave`;
  const message = `${when} in one cycle: the job goes into quarantine (TooManyDeletes) and holds their deletes and disables until it is restarted with ForceDeletes.`;
  return [{ kind: "deletes-held", place: [], message }];
}

const unguarded =
  "No delete threshold was given: however many objects leave, their deletes and disables are sent at once.";
