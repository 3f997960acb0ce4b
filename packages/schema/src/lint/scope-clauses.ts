import type { FilterClause, FilterGroup } from "@graph-sync/core";
import type { Path } from "../model/json.ts";
import type { ObjectMappingView } from "./model.ts";

/** A clause of a scoping filter, where it is. */
export interface ClauseView {
  readonly clause: FilterClause;
  readonly path: Path;
  readonly owner: ObjectMappingView;
}

/** The clauses of all groups, the experimental ones as well. */
export function* clausesOf(mappings: readonly ObjectMappingView[]): Generator<ClauseView> {
  for (const owner of mappings) {
    for (const list of ["groups", "inputFilterGroups", "categoryFilterGroups"] as const) {
      const groups: readonly FilterGroup[] = owner.mapping.scope?.[list] ?? [];
      for (const [index, { clauses }] of groups.entries()) {
        const path = [...owner.path, "scope", list, index, "clauses"];
        for (const [at, clause] of (clauses ?? []).entries()) yield { clause, path: [...path, at], owner };
      }
    }
  }
}
