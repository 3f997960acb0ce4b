import type { ReceivedRequest } from "./received-request.ts";
import type { Left, WireWatch } from "./wire.ts";

/** One exchange as the server saw it: what came, and what it did about it. */
export interface JournalEntry {
  /** What came. */
  readonly request: ReceivedRequest;
  /** What the script called its fault; empty for an honest answer. */
  readonly notes: readonly string[];
  /** The first bytes of the answer, as Latin-1; at most 256. */
  readonly answer: string;
  /** Bytes that the script wrote, sent or not. */
  readonly answeredBytes: number;
  /** How the connection was left. */
  readonly left: Left;
}

const keptOfAnswer = 256;

/** A new entry, and the watch that fills it. */
export function journalEntry(request: ReceivedRequest): { readonly entry: JournalEntry; readonly watch: WireWatch } {
  const notes: string[] = [];
  const entry = { request, notes, answer: "", answeredBytes: 0, left: "open" as Left };
  const watch: WireWatch = {
    wrote(bytes) {
      const missing = keptOfAnswer - entry.answer.length;
      if (missing > 0) entry.answer += bytes.subarray(0, missing).toString("latin1");
      entry.answeredBytes += bytes.length;
    },
    left(how) {
      entry.left = how;
    },
    noted: (word) => void notes.push(word),
  };
  return { entry, watch };
}
