import type { Path } from "../model/json.ts";
import type { Model } from "./model.ts";

/** `error`: it will fail or do nothing. `warning`: it likely does not do what was meant. `info`: good to know. */
export type Severity = "error" | "warning" | "info";

/** A rule of `lint`; what it finds is said in `rule-summaries.ts`. */
export interface LintRule {
  readonly id: string;
  readonly severity: Severity;
  readonly check: (model: Model) => Iterable<Problem>;
}

export interface Problem {
  readonly path: Path;
  /** What is wrong and what to do, in a sentence or two. */
  readonly message: string;
  readonly fix?: Fix;
}

/** Edits that would mend it, all of them together. */
export interface Fix {
  /** What they do, in a sentence. */
  readonly summary: string;
  /** Their paths are those of the schema as it is; none of them moves another. */
  readonly edits: readonly Edit[];
}

/** Sets the member at `path` to `value`; without `value`, removes the member or item. */
export interface Edit {
  /** The names and positions that lead to the member, from the outside in. */
  readonly path: Path;
  /** What to write; left out to remove what is there. */
  readonly value?: string | number | boolean;
}

/** The fix that writes something else in one place. */
export function writing(value: string, path: Path, summary: string = `Write ${quoted(value)}.`): Fix {
  return { summary, edits: [{ path, value }] };
}

/** A name in quotes, as messages show it: one line, cut where it is long. */
export function quoted(name: string | null | undefined): string {
  return JSON.stringify(name && name.length > 80 ? `${name.slice(0, 80)}…` : (name ?? ""));
}
