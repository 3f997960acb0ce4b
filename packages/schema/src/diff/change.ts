import type { Path } from "../model/json.ts";

/** One difference between two schemas, as data. */
export interface Change {
  /** Whether it is new, gone or different. */
  readonly kind: "added" | "removed" | "changed";
  /** What it is about: `rule`, `object mapping`, `attribute mapping`, `filter group`, `directory`, `attribute` … */
  readonly what: string;
  /** Where it is, by names and not by position, from the outside in: a rule, an object mapping, an attribute. */
  readonly place: readonly string[];
  /** Of `changed`: the member that differs. */
  readonly member?: string;
  /** Where it is in the first schema; missing where it was added. */
  readonly from?: Path;
  /** Where it is in the second schema; missing where it was removed. */
  readonly to?: Path;
  /** The value in the first schema; missing where there was none. */
  readonly before?: unknown;
  /** The value in the second schema; missing where there is none. */
  readonly after?: unknown;
}

/** What a thing is called in a place; its own name, or the names of what it joins. */
export interface Side {
  readonly value: unknown;
  readonly path: Path;
}
