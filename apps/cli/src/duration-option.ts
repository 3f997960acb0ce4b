import { InvalidArgumentError } from "commander";

const unitsMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** The longest that a length of time may be: ten years. Beyond it lie typing errors and dates that do not exist. */
const longestMs = 3_653 * 86_400_000;

/** A length of time as people type it, `90s` or `2h`, in milliseconds; undefined for any other text. */
export function durationMs(text: string): number | undefined {
  const [, amount, unit = ""] = /^(\d{1,9})(ms|s|m|h|d)$/.exec(text) ?? [];
  const ms = Number(amount) * (unitsMs[unit] ?? NaN);
  return ms > 0 && ms <= longestMs ? ms : undefined;
}

/** For commander's `argParser`. */
export function durationOption(text: string): number {
  const ms = durationMs(text);
  if (ms !== undefined) return ms;
  throw new InvalidArgumentError("Write a number and ms, s, m, h or d: 90s, 2h.");
}
