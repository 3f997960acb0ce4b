import { calendarHint, calendarMoment } from "./calendar-moment.ts";
import { durationMs } from "./duration-option.ts";
import { Refusal } from "./errors/refusal.ts";
import { exitCodes } from "./exit-codes.ts";

/**
 * A length of time as people type it, `90s`, `5m`, `24h` or `7d`, in milliseconds.
 * @throws Refusal that names the option
 */
function lengthOption(option: string, text: string): number {
  const ms = durationMs(text);
  if (ms !== undefined) return ms;
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
  if (/^\d+[a-z]+$/.test(text)) return new Date(now - lengthOption(option, text)).toISOString();
  const ms = calendarMoment(text);
  if (Number.isNaN(ms)) throw new Refusal(exitCodes.usage, `${option}: there is no ${text}.`, calendarHint);
  if (ms !== undefined) return new Date(ms).toISOString();
  throw new Refusal(
    exitCodes.usage,
    `${option} takes a moment: 24h (that long ago), 2026-05-06 or 2026-05-06T07:08:09Z.`,
    "A time needs its zone: Z for UTC, or +02:00.",
  );
}
