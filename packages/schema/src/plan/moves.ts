import type { ObjectMapping } from "@graph-sync/core";
import { evaluateFilter } from "@graph-sync/expressions/scope";
import type { Effect, EffectOptions, SourceObject } from "./effect.ts";
import { scopeChange } from "./scope-change.ts";

/** Who leaves and who enters scope by a changed filter: of the given objects surely, of others perhaps. */
export function* moves(
  before: ObjectMapping | undefined,
  after: ObjectMapping | undefined,
  { objects, skipOutOfScopeDeletions }: EffectOptions,
): Generator<Omit<Effect, "place">> {
  const { narrows, widens } = scopeChange(before?.scope, after?.scope);
  const given = objectsOf(objects, after?.sourceObjectName ?? "");
  const fate = skipOutOfScopeDeletions === true ? "keep their accounts" : "are disabled or deleted in the target";
  if (given === undefined) {
    if (narrows)
      yield { kind: "may-leave-scope", message: `The filter asks for more: objects that no longer pass it ${fate}.` };
    if (widens)
      yield {
        kind: "may-enter-scope",
        message: "The filter lets in more: objects that pass it now are created or matched.",
      };
    return;
  }
  const passed = given.map(
    (object) => [object, evaluateFilter(before?.scope, object), evaluateFilter(after?.scope, object)] as const,
  );
  const leaving = passed
    .filter(([, old, now]) => old.inScope && now.leaving === "deprovisioned")
    .map(([object]) => object);
  const entering = passed.filter(([, old, now]) => !old.inScope && now.inScope).map(([object]) => object);
  const of = `of the ${given.length} given objects`;
  if (leaving.length > 0) {
    yield { kind: "leave-scope", message: `${leaving.length} ${of} leave scope and ${fate}.`, objects: leaving };
  }
  if (entering.length > 0) {
    yield {
      kind: "enter-scope",
      message: `${entering.length} ${of} enter scope and are created or matched.`,
      objects: entering,
    };
  }
}

function objectsOf(objects: EffectOptions["objects"], name: string): readonly SourceObject[] | undefined {
  return objects !== undefined && Object.hasOwn(objects, name) ? objects[name] : undefined;
}
