/**
 * Which objects are in scope.
 *
 * An object is in scope when one of the groups holds; a group holds when all of its clauses do. An attribute without a
 * value fails every clause but `IS NULL`.
 * https://learn.microsoft.com/graph/api/resources/synchronization-filter
 */
export interface Filter {
  /** Experimental. */
  readonly categoryFilterGroups?: readonly FilterGroup[] | null;
  /** The groups to use: an object that leaves the scope is deprovisioned. */
  readonly groups?: readonly FilterGroup[] | null;
  /** Experimental: an object that leaves the scope stays as it is. */
  readonly inputFilterGroups?: readonly FilterGroup[] | null;
}

/**
 * Clauses that must all hold.
 * https://learn.microsoft.com/graph/api/resources/synchronization-filtergroup
 */
export interface FilterGroup {
  /** All of them must hold. */
  readonly clauses?: readonly FilterClause[] | null;
  /** What the portal shows for the group. */
  readonly name?: string | null;
}

/**
 * One comparison.
 * https://learn.microsoft.com/graph/api/resources/synchronization-filterclause
 */
export interface FilterClause {
  /** The name of an operator that `schema/filterOperators` answers: `EQUALS`, `IS NULL`, `REGEX MATCH` … */
  readonly operatorName?: string | null;
  /** The name of the attribute on the left. */
  readonly sourceOperandName?: string | null;
  /** What it is compared with; a unary operator needs none. */
  readonly targetOperand?: FilterOperand | null;
}

/**
 * The right side of a comparison.
 * https://learn.microsoft.com/graph/api/resources/synchronization-filteroperand
 */
export interface FilterOperand {
  /** One value, or several for an operator that compares with a list. Always text, also for a number. */
  readonly values?: readonly string[] | null;
}
