/**
 * Which objects are in scope, as a synchronization schema has it: an object is in scope when one of the groups holds,
 * and a group holds when all of its clauses do.
 * https://learn.microsoft.com/graph/api/resources/synchronization-filter
 */
export interface ScopingFilter {
  /** The groups to use: an object that leaves them is deprovisioned. */
  readonly groups?: readonly ScopingFilterGroup[] | null;
  /** Experimental: an earlier filter; an object that leaves it stays as it is in the target. */
  readonly inputFilterGroups?: readonly ScopingFilterGroup[] | null;
  /** Experimental; what it does is not documented. */
  readonly categoryFilterGroups?: readonly ScopingFilterGroup[] | null;
}

/** https://learn.microsoft.com/graph/api/resources/synchronization-filtergroup */
export interface ScopingFilterGroup {
  /** All of them must hold. */
  readonly clauses?: readonly ScopingFilterClause[] | null;
  /** The title in the portal. */
  readonly name?: string | null;
}

/** https://learn.microsoft.com/graph/api/resources/synchronization-filterclause */
export interface ScopingFilterClause {
  /** A name of `filterOperators`. */
  readonly operatorName?: string | null;
  /** The attribute of the source object. */
  readonly sourceOperandName?: string | null;
  /** What the attribute is compared with; a unary operator needs none. */
  readonly targetOperand?: { readonly values?: readonly string[] | null } | null;
}
