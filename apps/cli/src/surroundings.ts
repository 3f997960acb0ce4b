/** What the program touches outside itself; `main.ts` gives the process's own, a test gives what it likes. */
export interface Surroundings {
  /** The words after the program's name. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Data for people and programs. */
  readonly stdout: Output;
  /** Everything else: notes, errors, hints. */
  readonly stderr: Output;
  /** Read only for `--token-stdin`. */
  readonly stdin: Input;
  /** Epoch milliseconds; for "12 min ago". */
  readonly now: () => number;
  /** Aborted by Ctrl-C and its like, as `stopBy` does it. */
  readonly signal: AbortSignal;
  /** Aborted where nobody reads stdout any more, such as `head` when it has seen enough. */
  readonly readerGone?: AbortSignal;
  /** Runs something once after so many milliseconds, unless it is cancelled by what it gives; the platform's unless given. */
  readonly timer?: (ms: number, run: () => void) => () => void;
  /** What `--transport fetch` sends with; the platform's own unless given. */
  readonly fetch?: typeof globalThis.fetch;
}

export interface Output {
  write(text: string): unknown;
  /** How wide the terminal is; undefined where there is none. */
  readonly columns?: number | undefined;
  readonly isTTY?: boolean | undefined;
}

export interface Input extends AsyncIterable<string | Uint8Array> {
  readonly isTTY?: boolean | undefined;
}
