import { type DateTime, dateTime, daysIn, partsOf, ticksFrom, ticksOf, ticksPerSecond } from "./date-time.ts";

export const dateIntervals = ["yyyy", "m", "ww", "d", "h", "n", "s"] as const;

/** What dates are counted in: years, months, weeks, days, hours, minutes, seconds. */
export type DateInterval = (typeof dateIntervals)[number];

export function isDateInterval(text: string): text is DateInterval {
  return dateIntervals.some((interval) => interval === text);
}

const seconds = { ww: 604_800n, d: 86_400n, h: 3_600n, n: 60n, s: 1n };

/** A day that a month does not have becomes its last one. Undefined outside of the years 1 to 9999. */
export function addTo(moment: DateTime, interval: DateInterval, value: number): DateTime | undefined {
  if (interval !== "yyyy" && interval !== "m") {
    return dateTime(ticksOf(moment) + BigInt(value) * seconds[interval] * ticksPerSecond, moment.kind);
  }
  const parts = partsOf(moment);
  const months = parts.year * 12 + (parts.month - 1) + value * (interval === "m" ? 1 : 12);
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  if (year < 1 || year > 9999) return undefined;
  const ticks = ticksFrom({ ...parts, year, month, day: Math.min(parts.day, daysIn(year, month)) });
  return ticks === undefined ? undefined : dateTime(ticks, moment.kind);
}

/**
 * Counts as Visual Basic's `DateDiff`: years and months by the calendar, weeks by their Sundays, the others as whole
 * spans.
 * https://learn.microsoft.com/dotnet/api/microsoft.visualbasic.dateandtime.datediff
 */
export function difference(interval: DateInterval, from: DateTime, to: DateTime): number {
  const [first, second] = [partsOf(from), partsOf(to)];
  switch (interval) {
    case "yyyy":
      return second.year - first.year;
    case "m":
      return (second.year - first.year) * 12 + second.month - first.month;
    case "ww": {
      const day = seconds.d * ticksPerSecond;
      const [left, right] = [ticksOf(from) - BigInt(first.weekday) * day, ticksOf(to) - BigInt(second.weekday) * day];
      return Number((right - left) / day / 7n);
    }
    default:
      return Number((ticksOf(to) - ticksOf(from)) / (seconds[interval] * ticksPerSecond));
  }
}
