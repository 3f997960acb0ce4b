/** A `$filter` as a tree. */
export type Filter =
  | { readonly type: "and" | "or"; readonly left: Filter; readonly right: Filter }
  | { readonly type: "not"; readonly operand: Filter }
  | { readonly type: "compare"; readonly operator: ComparisonOperator; readonly left: Operand; readonly right: Operand }
  | { readonly type: "in"; readonly left: Operand; readonly values: readonly Literal[] }
  | { readonly type: "test"; readonly name: TestName; readonly text: Operand; readonly part: Operand }
  | {
      readonly type: "any" | "all";
      readonly path: Path;
      /** The lambda's variable; undefined in `any()`, which asks whether there is an item at all. */
      readonly variable: string | undefined;
      readonly filter: Filter | undefined;
    }
  | { readonly type: "truth"; readonly operand: Operand };

export type Operand = Path | Literal | { readonly type: "fold"; readonly operand: Operand };

/** A property, and properties of it: `sourceIdentity/id`. Inside a lambda it may begin with the variable. */
export interface Path {
  readonly type: "path";
  readonly names: readonly string[];
}

export interface Literal {
  readonly type: "literal";
  readonly value: string | number | boolean | null;
  /** A date compares as a moment: milliseconds since 1970. */
  readonly kind: "text" | "number" | "boolean" | "date" | "null";
}

export type ComparisonOperator = "eq" | "ne" | "gt" | "ge" | "lt" | "le";
export type TestName = "startswith" | "endswith" | "contains";
