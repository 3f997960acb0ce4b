import { type ExitCode, exitCodes } from "../exit-codes.ts";

/** What ends a command for a reason that a person can act on: a sentence, a hint, and the exit code. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly code: ExitCode;
  /** What to do next, in one line. */
  readonly hint: string;

  constructor(code: ExitCode, message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.hint = hint;
  }
}

/** What to say of an error that nobody thought of. */
export function defect(error: unknown): Failure {
  const said = error instanceof Error ? error.message : String(error);
  return new Failure(
    exitCodes.failed,
    `Unexpected error: ${said}`,
    "This is a defect of graph-sync: please report it.",
    {
      cause: error,
    },
  );
}
