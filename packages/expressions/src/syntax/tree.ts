/**
 * An expression as a tree. `start` and `end` are offsets in the text it was read from, in UTF-16 units; `end` is the
 * first one after it. A tree that a program builds may have any.
 * https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data
 */
export type Expression = Constant | Attribute | Identifier | Call | Concatenation | Comparison;

interface Placed {
  readonly start: number;
  readonly end: number;
}

/** A text in quotes, or a number: the service keeps both as text, so `3`, `&H3` and `"3"` are the same constant. */
export interface Constant extends Placed {
  readonly type: "constant";
  /** The text without quotes and escapes; a hexadecimal number in decimal digits. */
  readonly value: string;
}

/** An attribute of the source object, `[userPrincipalName]`. */
export interface Attribute extends Placed {
  readonly type: "attribute";
  /** As written between the outer brackets; upper and lower case differ. */
  readonly name: string;
}

/** A bare word where a function expects one of a few, such as `vbTextCompare` or `UTF8`. */
export interface Identifier extends Placed {
  readonly type: "identifier";
  /** The word as written. */
  readonly name: string;
}

/** A function and what it is given. */
export interface Call extends Placed {
  readonly type: "call";
  /** The function's name as written; upper and lower case differ. */
  readonly name: string;
  /** In the order written, with the places that were left empty. */
  readonly arguments: readonly Argument[];
}

/** What stands between two commas of a call. */
export type Argument = Expression | Omitted;

/** The place of an argument that is left out, as in `Switch([a], , "1", "2")`. */
export interface Omitted extends Placed {
  readonly type: "omitted";
}

/** Texts put together with `&`. */
export interface Concatenation extends Placed {
  readonly type: "concatenation";
  /** At least two; none of them is a concatenation that was written without parentheses. */
  readonly parts: readonly Expression[];
}

/** Two values compared, in the condition of a function. */
export interface Comparison extends Placed {
  readonly type: "comparison";
  /** How the two are compared. */
  readonly operator: ComparisonOperator;
  /** What stands before the operator. */
  readonly left: Expression;
  /** What stands after the operator. */
  readonly right: Expression;
}

/** How two values are compared. */
export type ComparisonOperator = "=" | "<>" | "<" | "<=" | ">" | ">=";
