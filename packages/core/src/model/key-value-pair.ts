/**
 * A setting with a name, as a job keeps them. Values are always text: `"500"`, `"False"`.
 * https://learn.microsoft.com/graph/api/resources/keyvaluepair
 */
export interface KeyValuePair {
  /** What is set. */
  readonly name?: string | null;
  /** What it is set to, as text. */
  readonly value?: string | null;
}

/**
 * A text under a key: what provision on demand answers, and the metadata of a rule.
 *
 * In the answer of provision on demand both members hold JSON as text, and `key` is sometimes the name of a .NET type
 * instead.
 * https://learn.microsoft.com/graph/api/resources/synchronization-stringkeystringvaluepair
 */
export interface StringKeyStringValuePair {
  /** What the text is about. */
  readonly key?: string | null;
  /** The text. */
  readonly value?: string | null;
}

/**
 * A number under a key.
 * https://learn.microsoft.com/graph/api/resources/synchronization-stringkeylongvaluepair
 */
export interface StringKeyLongValuePair {
  /** What is counted, such as the name of a type of object. */
  readonly key?: string | null;
  /** An Int64, sent as a JSON number: the last digits are lost beyond 2^53. */
  readonly value?: number | null;
}

/**
 * A value of any type under a key: one attribute of the object that an expression is tried on.
 *
 * The metadata declares only `key` and leaves the type open; the service reads `value` beside it.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-parseexpression
 */
export interface StringKeyObjectValuePair {
  /** The attribute's name. */
  readonly key?: string | null;
  /** One value, or a list of them for an attribute with several. */
  readonly value?: unknown;
  /** Needed beside a list: `"#Collection(String)"`. */
  readonly "value@odata.type"?: string;
  /** What else the service reads beside the value. */
  readonly [name: string]: unknown;
}
