import { run } from "../src/run.ts";
import type { Input, Surroundings } from "../src/surroundings.ts";

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export type Given = Partial<Pick<Surroundings, "env" | "fetch" | "now" | "signal" | "timer">> & {
  readonly stdin?: Input;
  /** Whether stderr is a terminal. */
  readonly terminal?: boolean;
};

/** 2026-05-06 07:08:09 UTC. */
export const now = Date.UTC(2026, 4, 6, 7, 8, 9);

/** Runs the program in this process, with a token in the environment unless told otherwise. */
export async function runCli(words: readonly string[], { terminal, ...given }: Given = {}): Promise<Ended> {
  const written = { stdout: "", stderr: "" };
  const code = await run({
    argv: words,
    env: { GRAPH_SYNC_TOKEN: "any" },
    stdin: input(""),
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text), isTTY: terminal },
    now: () => now,
    signal: new AbortController().signal,
    ...given,
  });
  return { code, ...written };
}

/** A stdin that holds a text and ends. */
export async function* input(...chunks: readonly (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  yield* chunks;
}
