import { type ExitCode, exitCodes } from "../exit-codes.ts";

/** What ends a command for a reason that a person can act on: a sentence, a hint, and the exit code. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly exitCode: ExitCode;
  /** What to do next, in a sentence or two. */
  readonly hint: string;

  constructor(exitCode: ExitCode, message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
    this.hint = hint;
  }
}

/** What to say of an error that nobody thought of. */
export function defect(error: unknown): Refusal {
  const said = error instanceof Error ? error.message : String(error);
  if (/\buv_cwd$/.test(said)) {
    const hint = "Somebody has removed it: change into another one.";
    return new Refusal(exitCodes.failed, "The current folder is not there any more.", hint, { cause: error });
  }
  return new Refusal(
    exitCodes.failed,
    `Unexpected error: ${said}`,
    "This is a defect of graph-sync: please report it.",
    {
      cause: error,
    },
  );
}
