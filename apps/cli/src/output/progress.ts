import type { Plugin } from "@graph-sync/core";
import type { Output, Surroundings } from "../surroundings.ts";
import { counted } from "./counted.ts";

/** A line on a terminal's stderr that says that work goes on; it is there from the second second on, and never stays. */
export interface Progress {
  /** Shows the line while `work` lasts. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Counts what is sent, and shows the latest of it. */
  readonly plugin: Plugin;
  /** Takes the line away, so that something else can be written. */
  clear(): void;
  /** What else was written. Behind a question nothing is shown: somebody types there. */
  wrote(text: string): void;
}

const everyMs = 1_000;

/** A carriage return, and "erase to the end of the line" (ECMA-48, EL). */
const erase = "\r\x1b[K";

/** Progress on this stderr; what is not a terminal gets none of it. */
export function progress(stderr: Output, timer: NonNullable<Surroundings["timer"]> = systemTimer): Progress {
  let running = false;
  let seconds = 0;
  let requests = 0;
  let latest = "";
  let shown = false;
  let asking = false;
  let cancel = (): void => undefined;

  const clear = (): void => {
    if (!shown) return;
    shown = false;
    stderr.write(erase);
  };
  const tick = (): void => {
    seconds += 1;
    cancel = timer(everyMs, tick);
    if (asking) return;
    const sent = requests === 0 ? "" : `, ${counted(requests, "request")}, ${latest}`;
    shown = true;
    // A line that wraps could not be erased; a terminal that does not know its width says 0.
    stderr.write(`${erase}${`Working: ${seconds} s${sent}`.slice(0, Math.max(0, (stderr.columns || 80) - 1))}`);
  };
  return {
    async during(work) {
      if (stderr.isTTY !== true || running) return work();
      running = true;
      cancel = timer(everyMs, tick);
      try {
        return await work();
      } finally {
        running = false;
        cancel();
        clear();
      }
    },
    plugin: {
      name: "progress",
      slot: "attempt",
      install: (next) => (request) => {
        requests += 1;
        latest = request.operation.id;
        return next(request);
      },
    },
    clear,
    wrote: (text) => {
      if (text !== "") asking = !text.endsWith("\n");
    },
  };
}

function systemTimer(ms: number, run: () => void): () => void {
  const id = setTimeout(run, ms);
  return () => clearTimeout(id);
}
