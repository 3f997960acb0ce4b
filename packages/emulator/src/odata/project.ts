import type { AnswerOptions } from "./options.ts";

/** The entity with the members that `$select` names, those that `$expand` brought, and its type where OData says it. */
export function project(entity: object, options: AnswerOptions): object {
  const { select, expand, unset } = options;
  if (select === undefined) return entity;
  const kept = Object.entries(entity).filter(
    ([name]) => select.has(name) || expand.has(name) || name === "@odata.type",
  );
  return { ...unset, ...Object.fromEntries(kept) };
}
