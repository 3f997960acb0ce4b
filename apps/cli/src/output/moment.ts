import { plain } from "./plain.ts";

const units = [
  { name: "d", ms: 86_400_000 },
  { name: "h", ms: 3_600_000 },
  { name: "min", ms: 60_000 },
  { name: "s", ms: 1000 },
] as const;

/** Whether a time of the service stands for "never": null, "" and year 0001 do. */
export function isNever(value: unknown): boolean {
  return (
    value === undefined || value === null || value === "" || (typeof value === "string" && /^0001-01-01/.test(value))
  );
}

/** A time of the service in words: `2026-02-03 04:05 UTC (12 min ago)`, `never`, or what it is if it is no time. */
export function moment(value: unknown, now: number): string {
  if (isNever(value)) return "never";
  const time = typeof value === "string" && /^\d{4}-\d{2}-\d{2}T/.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(time)) return plain(value);
  const [date = "", clock = ""] = new Date(time).toISOString().split("T");
  return `${date} ${clock.slice(0, 5)} UTC (${distance(now - time)})`;
}

/** The largest unit is enough for a person. */
function distance(ms: number): string {
  const size = Math.abs(ms);
  const unit = units.find((each) => size >= each.ms);
  if (unit === undefined) return "now";
  const length = `${Math.floor(size / unit.ms)} ${unit.name}`;
  return ms > 0 ? `${length} ago` : `in ${length}`;
}
