/** Why the program does not start: one sentence for a person that says what to do, and the exit code. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly exitCode: 1 | 2;

  /** Code 2 where the command line is wrong, 1 where what it names cannot be used. */
  constructor(exitCode: 1 | 2, message: string, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
