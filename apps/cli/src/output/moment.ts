import { momentOf } from "@graph-sync/core";
import { plain } from "./plain.ts";
import { units } from "./units.ts";

/** Whether a time of the service stands for "never": there is none, or it is a date that is no moment (year 0001). */
export function isNever(value: unknown): boolean {
  const text = value ?? "";
  return typeof text === "string" && /^(0001-|$)/.test(text);
}

/** A time of the service in words: `2026-02-03 04:05 UTC (12 min ago)`, `never`, or what it is if it is no time. */
export function moment(value: unknown, now: number): string {
  if (isNever(value)) return "never";
  // Date.parse finds a date in nearly every text with a number in it.
  const time = typeof value === "string" && /^\d{4}-\d{2}-\d{2}T/.test(value) ? momentOf(value) : null;
  if (time === null) return plain(value);
  const [date = "", clock = ""] = new Date(time).toISOString().split("T");
  return `${date} ${clock.slice(0, 5)} UTC (${distance(now - time)})`;
}

/** A moment as programs read it, ISO 8601 in UTC; null where there is none. */
export function isoOf(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}

/** The largest unit is enough for a person. */
function distance(ms: number): string {
  const size = Math.abs(ms);
  const unit = units.find((each) => size >= each.ms);
  if (unit === undefined) return "now";
  const length = `${Math.floor(size / unit.ms)} ${unit.name}`;
  return ms > 0 ? `${length} ago` : `in ${length}`;
}
