import { type ClauseResult, evaluateClause } from "./clause.ts";
import type { ScopingFilter, ScopingFilterGroup } from "./filter.ts";

/** Whether an object is in scope, and why. */
export interface ScopeResult {
  /** Whether the object is in scope. */
  readonly inScope: boolean;
  /**
   * What becomes of an object of the target that is out of scope: `deprovisioned`, or `kept` where only the early
   * filter `inputFilterGroups` leaves it out. Null for one in scope.
   */
  readonly leaving: "deprovisioned" | "kept" | null;
  /** The results of `groups`, in their order. */
  readonly groups: readonly GroupResult[];
  /** The results of `inputFilterGroups`. */
  readonly inputFilterGroups: readonly GroupResult[];
  /** Why, for a person: a sentence, and a line for each clause that decided. */
  readonly explanation: string;
}

/** What became of one group: it holds when all of its clauses do. */
export interface GroupResult {
  /** The group's title; `""` where it has none. */
  readonly name: string;
  /** Whether the object passes all clauses. */
  readonly holds: boolean;
  /** The results of its clauses, in their order. */
  readonly clauses: readonly ClauseResult[];
}

/**
 * Tells whether a scoping filter takes an object in. Without groups, it takes everyone; `categoryFilterGroups` are not
 * looked at, because what they do is not documented.
 * https://learn.microsoft.com/entra/identity/app-provisioning/define-conditional-rules-for-provisioning-user-accounts
 *
 * @param attributes values as JSON has them; names are case-sensitive
 */
export function evaluateFilter(
  filter: ScopingFilter | null | undefined,
  attributes: Readonly<Record<string, unknown>>,
): ScopeResult {
  const evaluateAll = (groups: readonly ScopingFilterGroup[] | null | undefined): readonly GroupResult[] =>
    (groups ?? []).map((group, index) => evaluateGroup(group, index, attributes));
  const groups = evaluateAll(filter?.groups);
  const inputFilterGroups = evaluateAll(filter?.inputFilterGroups);
  const early = oneHolds(inputFilterGroups);
  const inScope = early && oneHolds(groups);
  const leaving = inScope ? null : early ? "deprovisioned" : "kept";
  return {
    inScope,
    leaving,
    groups,
    inputFilterGroups,
    explanation: explain(inScope, early, groups, inputFilterGroups),
  };
}

function evaluateGroup(
  group: ScopingFilterGroup,
  index: number,
  attributes: Readonly<Record<string, unknown>>,
): GroupResult {
  const clauses = (group.clauses ?? []).map((clause) => evaluateClause(clause, attributes));
  const name = group.name ?? "";
  return { name: name === "" ? `group ${index + 1}` : name, holds: clauses.every(({ holds }) => holds), clauses };
}

function oneHolds(groups: readonly GroupResult[]): boolean {
  return groups.length === 0 || groups.some(({ holds }) => holds);
}

function explain(
  inScope: boolean,
  early: boolean,
  groups: readonly GroupResult[],
  inputFilterGroups: readonly GroupResult[],
): string {
  if (!inScope) return excluded(early ? groups : inputFilterGroups, early);
  const holding = groups.find(({ holds }) => holds);
  if (holding === undefined) return "In scope: there is no scoping filter, so every object is.";
  const reasons = holding.clauses.map(({ reason }) => `  ${reason}`);
  return [`In scope: every clause of "${holding.name}" holds.`, ...reasons].join("\n");
}

function excluded(groups: readonly GroupResult[], early: boolean): string {
  const lines = groups.flatMap(({ name, clauses }) =>
    clauses.filter(({ holds }) => !holds).map(({ reason }) => `  "${name}" does not hold: ${reason}`),
  );
  const filter = early ? "scoping filter" : "input filter, which leaves the target as it is";
  return [`Out of scope: no group of the ${filter} holds.`, ...lines].join("\n");
}
