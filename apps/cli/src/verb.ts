import type { OperationId } from "@graph-sync/core";
import type { Command } from "commander";
import type { ExitCode } from "./exit-codes.ts";
import type { DiscreetSurroundings } from "./output/discreet.ts";

/** What a verb is called with. */
export interface Call<Options> {
  /** In the order of the verb's `args`; an optional one that was left out is undefined. */
  readonly args: readonly (string | undefined)[];
  readonly options: Options;
  readonly surroundings: DiscreetSurroundings;
}

/** One verb of the command line: what its help says, and what it does. The `verbs.ts` of its group lists it. */
export interface Verb<Options> {
  /** `job start`: the group and the verb; one word for a verb without a group. */
  readonly words: string;
  /** As commander writes them: `<app> [file]`. */
  readonly args?: string;
  /** The line in the list of verbs. */
  readonly summary: string;
  /** Further sentences of its own help. */
  readonly details?: string;
  /** When it ends with 1 although nothing failed: what it found is what was looked for. Half a sentence, after "where". */
  readonly failsWhen?: string;
  /** One or two command lines, as people would type them. */
  readonly example: string;
  /** Options whose value may be empty or blank, by their long names: a text of the target, and no name of anything. */
  readonly emptyOptions?: readonly string[];
  /** The operations that it may call, for `doctor --for`; none where it is offline. */
  readonly needs?: readonly OperationId[];
  /** Adds the options; their names are the members of `Options`. */
  options(command: Command): void;
  /**
   * Does it, and gives the exit code, or none for 0. What goes wrong is thrown as a `Refusal`. What is heavy (tables, YAML, a
   * transport) is imported here and not by the module.
   */
  run(call: Call<Options>): Promise<ExitCode | undefined> | Promise<void>;
}

/** A verb whose options are its own business. */
export interface AnyVerb extends Omit<Verb<never>, "run"> {
  run(call: Call<unknown>): Promise<ExitCode | undefined> | Promise<void>;
}

/** Gives a verb to the tree. Commander makes the options from what `options` adds, so `Options` is a promise of that. */
export function verb<Options>(definition: Verb<Options>): AnyVerb {
  // Only commander calls `run`, with the options that this very definition has added.
  return { ...definition, run: (call) => definition.run(call as Call<Options>) };
}
