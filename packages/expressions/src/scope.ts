/** Scoping filters, read and evaluated; their types and operators are in the root entry. */
export type { ClauseResult } from "./scope/clause.ts";
export { evaluateFilter, type GroupResult, type ScopeResult } from "./scope/evaluate-filter.ts";
export { readFilter, ScopingFilterError } from "./scope/read-filter.ts";
