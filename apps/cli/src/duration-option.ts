import { InvalidArgumentError } from "commander";

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Reads a length of time as people type it, `90s` or `2h`, in milliseconds. For commander's `argParser`. */
export function durationOption(text: string): number {
  const [, amount = "", unit = ""] = /^(\d{1,6})(ms|s|m|h|d)$/.exec(text) ?? [];
  const ms = Number(amount) * (units[unit] ?? 0);
  if (ms > 0) return ms;
  throw new InvalidArgumentError("Write a number and ms, s, m, h or d: 90s, 2h.");
}
