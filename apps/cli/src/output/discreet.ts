import type { Output, Surroundings } from "../surroundings.ts";
import { type Progress, progress } from "./progress.ts";

/** Surroundings that are told a token and then write it no more, whoever quotes it. */
export interface DiscreetSurroundings extends Surroundings {
  readonly hide: (token: string) => void;
  /** What is written to these surroundings takes its line away first. */
  readonly progress: Progress;
}

/** A service may answer what it was sent, so the token is looked for in all that is written, on its way out. */
export function discreet(surroundings: Surroundings): DiscreetSurroundings {
  const tokens = new Set<string>();
  const { argv, env, stdout, stderr, now, signal, readerGone, timer, fetch } = surroundings;
  const shown = progress(stderr, timer);
  const over = (output: Output): Output => ({
    write: (text) => {
      shown.clear();
      shown.wrote(text);
      return output.write([...tokens].reduce(withoutToken, text));
    },
    get columns() {
      return output.columns;
    },
    get isTTY() {
      return output.isTTY;
    },
  });
  return {
    argv,
    env,
    stdout: over(stdout),
    stderr: over(stderr),
    // Passed on when it is asked for: only looking at the process's own already opens it.
    get stdin() {
      return surroundings.stdin;
    },
    now,
    signal,
    ...(readerGone === undefined ? {} : { readerGone }),
    ...(timer === undefined ? {} : { timer }),
    ...(fetch === undefined ? {} : { fetch }),
    progress: shown,
    hide: (given) => {
      tokens.add(given);
    },
  };
}

/** What is shorter is no secret but a word for a local server, such as `any`, which stands in honest text as well. */
const minLength = 8;

/** Long texts are cut before they are shown; so many characters of a token that was cut are still that token. */
const stemLength = 64;

/** A text with `[token]` in each place of the token, or of a beginning of it that is long enough to be told from others. */
export function withoutToken(text: string, token: string): string {
  if (token.length < minLength) return text;
  const stem = token.slice(0, stemLength);
  let kept = "";
  let from = 0;
  for (let at = text.indexOf(stem); at !== -1; at = text.indexOf(stem, from)) {
    let length = stem.length;
    while (length < token.length && text[at + length] === token[length]) length++;
    kept += `${text.slice(from, at)}[token]`;
    from = at + length;
  }
  return kept + text.slice(from);
}
