import type { FunctionDefinition } from "../functions/define.ts";
import type { Call } from "../syntax/tree.ts";
import type { EvaluateOptions } from "./options.ts";

/** One evaluation, from the top of the tree to its result. */
export interface Run {
  readonly options: EvaluateOptions;
  /** The top of the tree. */
  readonly top: unknown;
  /** Whether the attribute leaves the flow: nothing is written to the target. */
  dropped: boolean;
  /** Whether logs must not show the value. */
  redacted: boolean;
}

/** One call of a function in a run: what its implementation is given. */
export interface Frame {
  readonly run: Run;
  readonly call: Call;
  readonly definition: FunctionDefinition;
}
