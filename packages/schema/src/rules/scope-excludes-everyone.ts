import type { FilterClause, FilterGroup } from "@graph-sync/core";
import { filterOperator } from "@graph-sync/expressions";
import { type LintRule, quoted } from "../lint/rule.ts";

export const scopeExcludesEveryone: LintRule = {
  id: "scope-excludes-everyone",
  severity: "error",
  *check({ objectMappings }) {
    for (const { mapping, path } of objectMappings) {
      const groups = mapping.scope?.groups ?? [];
      const names = groups.map(contradictionIn);
      if (mapping.enabled === false || groups.length === 0 || names.includes(undefined)) continue;
      const wrong = [...new Set(names)].map((name) => quoted(name)).join(" and ");
      const message = `No object can pass the filter, by what it asks of ${wrong}: every account would leave scope.`;
      yield { path: [...path, "scope"], message };
    }
  },
};

/** The attribute of which a group asks the impossible. */
function contradictionIn({ clauses }: FilterGroup): string | undefined {
  const byName = new Map<string, Wanted>();
  for (const clause of clauses ?? []) {
    const name = clause.sourceOperandName ?? "";
    const wanted = byName.get(name) ?? nothing();
    note(clause, wanted);
    if (impossible(wanted)) return name;
    byName.set(name, wanted);
  }
  return undefined;
}

/** What the clauses so far ask of an attribute. */
interface Wanted {
  readonly equal: Set<string>;
  readonly unequal: Set<string>;
  readonly truth: Set<string>;
  empty: boolean;
  present: boolean;
}

const nothing = (): Wanted => ({
  equal: new Set(),
  unequal: new Set(),
  truth: new Set(),
  empty: false,
  present: false,
});

/** Every operator but IS NULL is false without a value. */
function note({ operatorName, targetOperand }: FilterClause, wanted: Wanted): void {
  const operator = filterOperator(operatorName ?? "")?.name;
  if (operator === undefined) return;
  const values = targetOperand?.values ?? [];
  const [value] = values;
  if (operator === "IS NULL") wanted.empty = true;
  else wanted.present = true;
  if (operator === "IS TRUE" || operator === "IS FALSE") wanted.truth.add(operator);
  // How several values are compared is not documented, so only one is reasoned about.
  if (value === undefined || values.length > 1) return;
  if (operator === "EQUALS") wanted.equal.add(value);
  if (operator === "NOT EQUALS") wanted.unequal.add(value);
}

function impossible({ equal, unequal, truth, empty, present }: Wanted): boolean {
  return (empty && present) || truth.size > 1 || equal.size > 1 || [...equal].some((value) => unequal.has(value));
}
