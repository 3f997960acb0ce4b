import { Refusal } from "./errors/refusal.ts";
import { exitCodes } from "./exit-codes.ts";

const unitsMs: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** The longest that a length of time may be: ten years. Beyond it lie typing errors and dates that do not exist. */
const longestMs = 3_653 * 86_400_000;

/**
 * A length of time as people type it, `90s`, `5m`, `24h` or `7d`, in milliseconds.
 * @throws Refusal that names the option
 */
export function lengthOption(option: string, text: string): number {
  const [, amount, unit = ""] = /^(\d{1,9})([smhd])$/.exec(text) ?? [];
  const ms = Number(amount) * (unitsMs[unit] ?? NaN);
  if (ms > 0 && ms <= longestMs) return ms;
  throw new Refusal(
    exitCodes.usage,
    `${option} takes a length of time: 90s, 5m, 24h or 7d.`,
    `For example ${option} 24h.`,
  );
}

/**
 * A moment as people type it: a date, a date with a time, or a length of time before now. ISO 8601 in UTC.
 * @throws Refusal that names the option
 */
export function momentOption(option: string, text: string, now: number): string {
  if (/^\d+[a-z]$/.test(text)) return new Date(now - lengthOption(option, text)).toISOString();
  const ms = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/.test(text) ? Date.parse(text) : NaN;
  if (!Number.isNaN(ms)) return new Date(ms).toISOString();
  throw new Refusal(
    exitCodes.usage,
    `${option} takes a moment: 24h (that long ago), 2026-05-06 or 2026-05-06T07:08:09Z.`,
    "A time needs its zone: Z for UTC, or +02:00.",
  );
}
