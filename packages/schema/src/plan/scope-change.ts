import type { Filter, FilterGroup } from "@graph-sync/core";
import { canonical } from "../model/canonical.ts";
import { clauseList } from "../model/shape.ts";

/** What a change of a filter can do to the objects in scope. */
export interface ScopeChange {
  /** Objects that passed may not pass any more. */
  readonly narrows: boolean;
  /** Objects that did not pass may pass now. */
  readonly widens: boolean;
}

/**
 * Compares two filters by their clauses: an object is in scope when all clauses of one group hold. What cannot be shown
 * to stay in counts as leaving, so `narrows` may be true where no object of the tenant is concerned.
 */
export function scopeChange(before: Filter | null | undefined, after: Filter | null | undefined): ScopeChange {
  const [old, now] = [groupsOf(before), groupsOf(after)];
  return { narrows: !within(old, now), widens: !within(now, old) };
}

/** A group as the set of its clauses; undefined stands for everyone. */
type Groups = readonly ReadonlySet<string>[] | undefined;

function groupsOf(filter: Filter | null | undefined): Groups {
  const groups: readonly FilterGroup[] = filter?.groups ?? [];
  if (groups.length === 0) return undefined;
  return groups.map(({ clauses }) => new Set((clauses ?? []).map((clause) => canonical(clause, clauseList.of))));
}

/** Whether everything in `inner` is surely in `outer`: each of its groups asks for all that some group of `outer` asks. */
function within(inner: Groups, outer: Groups): boolean {
  if (outer === undefined) return true;
  if (inner === undefined) return outer.some((group) => group.size === 0);
  const same = new Set(outer.map(keyOf));
  const changed = inner.filter((group) => !same.has(keyOf(group)));
  // A comparison of every group with every group; past this size it is left at "may".
  if (changed.length * outer.length > mostComparisons) return false;
  return changed.every((group) => outer.some((other) => [...other].every((clause) => group.has(clause))));
}

const mostComparisons = 10_000;
const keyOf = (group: ReadonlySet<string>): string => [...group].sort().join("\n");
