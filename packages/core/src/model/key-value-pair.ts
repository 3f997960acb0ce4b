/**
 * A setting with a name, as a job keeps them. Values are always text: `"500"`, `"False"`.
 * https://learn.microsoft.com/graph/api/resources/keyvaluepair
 */
export interface KeyValuePair {
  readonly name?: string | null;
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
  readonly key?: string | null;
  readonly value?: string | null;
}

/**
 * A number under a key.
 * https://learn.microsoft.com/graph/api/resources/synchronization-stringkeylongvaluepair
 */
export interface StringKeyLongValuePair {
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
  readonly key?: string | null;
  /** One value, or a list of them for an attribute with several. */
  readonly value?: unknown;
  /** Needed beside a list: `"#Collection(String)"`. */
  readonly "value@odata.type"?: string;
  readonly [name: string]: unknown;
}
