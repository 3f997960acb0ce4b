import type { AnswerOptions } from "./options.ts";

/** The entity with the members that `$select` names, and those that `$expand` brought. */
export function project(entity: object, options: AnswerOptions): object {
  const { select, expand } = options;
  if (select === undefined) return entity;
  const kept = Object.entries(entity).filter(([name]) => select.has(name) || expand.has(name));
  return Object.fromEntries(kept);
}
