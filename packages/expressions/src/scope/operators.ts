/**
 * An operator of scoping filters.
 * https://learn.microsoft.com/entra/identity/app-provisioning/define-conditional-rules-for-provisioning-user-accounts
 */
export interface FilterOperator {
  /** As a clause's `operatorName` has it. */
  readonly name: FilterOperatorName;
  /** `Binary` compares with a value; `Unary` asks the attribute alone. */
  readonly arity: "Binary" | "Unary";
  /** Of several values, all must pass. */
  readonly multivaluedComparisonType: "All" | "Any";
  /** The types of attribute that it can compare. */
  readonly supportedAttributeTypes: readonly FilterOperandType[];
  /**
   * `graph`: the service's `filterOperators` answers this name. `portal`: the portal's documentation has it, and its name
   * in a schema is not documented.
   */
  readonly evidence: "graph" | "portal";
}

/** A type of attribute, as an operator can compare it. */
export type FilterOperandType = "String" | "Integer" | "Boolean" | "Binary" | "Reference";

/** The name of an operator, as a clause has it. */
export type FilterOperatorName =
  | "EQUALS"
  | "NOT EQUALS"
  | "IS TRUE"
  | "IS FALSE"
  | "IS NULL"
  | "IS NOT NULL"
  | "REGEX MATCH"
  | "NOT REGEX MATCH"
  | "&"
  | "!&"
  | "ENDS_WITH"
  | "Greater_Than"
  | "Greater_Than_OR_EQUALS"
  | "Includes";

const any: readonly FilterOperandType[] = ["Integer", "String", "Binary", "Boolean"];
const scalar: readonly FilterOperandType[] = ["Integer", "String"];

/** Every operator there is, as data. */
export const filterOperators: readonly FilterOperator[] = [
  graph("EQUALS", "Binary", scalar),
  graph("NOT EQUALS", "Binary", scalar),
  graph("IS TRUE", "Unary", ["Boolean"]),
  graph("IS FALSE", "Unary", ["Boolean"]),
  graph("IS NULL", "Unary", any),
  graph("IS NOT NULL", "Unary", any),
  graph("REGEX MATCH", "Binary", scalar),
  graph("NOT REGEX MATCH", "Binary", scalar),
  portal("&", scalar),
  portal("!&", scalar),
  portal("ENDS_WITH", ["String"]),
  portal("Greater_Than", ["Integer"]),
  portal("Greater_Than_OR_EQUALS", ["Integer"]),
  portal("Includes", ["String"]),
];

/** The operator of a name, in whatever case it is written. */
export function filterOperator(name: string): FilterOperator | undefined {
  const wanted = name.toUpperCase();
  return filterOperators.find((one) => one.name.toUpperCase() === wanted);
}

function graph(
  name: FilterOperatorName,
  arity: FilterOperator["arity"],
  supportedAttributeTypes: readonly FilterOperandType[],
): FilterOperator {
  return { name, arity, multivaluedComparisonType: "All", supportedAttributeTypes, evidence: "graph" };
}

function portal(name: FilterOperatorName, supportedAttributeTypes: readonly FilterOperandType[]): FilterOperator {
  return { ...graph(name, "Binary", supportedAttributeTypes), evidence: "portal" };
}
