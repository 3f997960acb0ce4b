/** What an expression is evaluated with. Nothing is read from anywhere else: no clock, no directory, no dice. */
export interface EvaluateOptions {
  /** The source object: values as JSON has them, an array where an attribute has several. Names are case-sensitive. */
  readonly attributes?: Readonly<Record<string, unknown>>;
  /** The time, for `Now` and for a format without a date. Milliseconds since 1970. */
  readonly clock?: { readonly now: () => number };
  /** Gives a number from 0 up to 1, for `Guid` and `RandomString`. */
  readonly random?: () => number;
  /** Where the mapping is used: a function that is not there is an error. Without it, every function is allowed. */
  readonly surface?: "app-provisioning" | "cloud-sync";
  /** What the value is for; roles look different in an update, and unique values are only made to create. */
  readonly operation?: "create" | "update";
  /** For `DefaultDomain`. */
  readonly defaultDomain?: string;
  /** Whether another object of the target has this value, for `SelectUniqueValue`. Without it, none has. */
  readonly isTaken?: (value: string) => boolean;
}
