import { plain } from "./plain.ts";

/** The part of ISO 8601 durations that the service prints. */
const pattern = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Days of .NET's TimeSpan.MaxValue, which the service prints for "never". */
const never = 10_675_199;

/** A schedule's interval in words: `every 40 min`, `never`, or what it is if it is no duration. "" where there is none. */
export function interval(value: unknown): string {
  const text = plain(value);
  const parts = pattern.exec(text);
  if (parts === null) return text === "" ? "" : `every ${text}`;
  const [days, hours, minutes, seconds] = parts.slice(1).map((part: string | undefined) => Number(part ?? 0));
  if (days !== undefined && days >= never) return "never";
  const words = Object.entries({ d: days, h: hours, min: minutes, s: seconds }).flatMap(([unit, amount]) =>
    amount === undefined || amount === 0 ? [] : [`${amount} ${unit}`],
  );
  return words.length === 0 ? `every ${text}` : `every ${words.join(" ")}`;
}
