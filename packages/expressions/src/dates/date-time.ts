/**
 * A moment as .NET's `DateTime` holds one. The local time of the service is UTC, so only the writing of `K` tells `local`
 * from `utc`.
 * https://learn.microsoft.com/dotnet/api/system.datetime.kind
 */
export interface DateTime {
  /** Units of 100 ns since 1970-01-01 UTC. */
  readonly [ticks]: bigint;
  readonly kind: DateTimeKind;
}

export type DateTimeKind = "utc" | "local" | "unspecified";

const ticks: unique symbol = Symbol("ticks");

export const ticksPerSecond = 10_000_000n;
const ticksPerMs = 10_000n;
const ticksPerDay: bigint = 86_400n * ticksPerSecond;

/** From the first moment of the year 1 to the last one of the year 9999: what .NET can hold. */
const minTicks: bigint = -719_162n * ticksPerDay;
const maxTicks: bigint = 2_932_897n * ticksPerDay - 1n;

/** Undefined outside of the years 1 to 9999. */
export function dateTime(value: bigint, kind: DateTimeKind = "utc"): DateTime | undefined {
  return value < minTicks || value > maxTicks ? undefined : { [ticks]: value, kind };
}

export function ticksOf(moment: DateTime): bigint {
  return moment[ticks];
}

export function isDateTime(value: unknown): value is DateTime {
  return typeof value === "object" && value !== null && ticks in value;
}

/** A moment in the parts of the calendar. */
export interface DateParts {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Units of 100 ns within the second. */
  readonly fraction: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

export function partsOf(moment: DateTime): DateParts {
  const value = ticksOf(moment);
  const fraction = mod(value, ticksPerSecond);
  const date = new Date(Number((value - fraction) / ticksPerMs));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    fraction: Number(fraction),
    weekday: date.getUTCDay(),
  };
}

/** Undefined where no calendar has such a day or no clock such a time. */
export function ticksFrom(parts: Omit<DateParts, "weekday">): bigint | undefined {
  const { year, month, day, hour, minute, second, fraction } = parts;
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  // Date.UTC would take the years 1 to 99 for 1901 to 1999.
  const midnight = new Date(0).setUTCFullYear(year, month - 1, day);
  const seconds = BigInt(hour * 3600 + minute * 60 + second);
  return BigInt(midnight) * ticksPerMs + seconds * ticksPerSecond + BigInt(fraction);
}

export function daysIn(year: number, month: number): number {
  return new Date(new Date(0).setUTCFullYear(year, month, 0)).getUTCDate();
}

function mod(value: bigint, by: bigint): bigint {
  const rest = value % by;
  return rest < 0n ? rest + by : rest;
}
