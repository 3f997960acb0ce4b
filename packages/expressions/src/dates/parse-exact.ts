import type { DateToken } from "./date-format.ts";
import type { DateStyles } from "./date-styles.ts";
import { type DateTime, dateTime, type DateTimeKind, partsOf, ticksFrom, ticksPerSecond } from "./date-time.ts";
import { type Found, matchToken } from "./match-token.ts";

/**
 * Reads a text that has exactly a format, as .NET's `ParseExact` does in the invariant culture. `today` is for a format
 * without a year. Undefined where the text has another form or no calendar has such a day.
 */
export function parseExact(
  text: string,
  tokens: readonly DateToken[],
  styles: DateStyles,
  today: () => DateTime,
): DateTime | undefined {
  const found: Found = {};
  const inner = styles.has("AllowInnerWhite");
  const end = styles.has("AllowTrailingWhite") ? text.trimEnd().length : text.length;
  let at = styles.has("AllowLeadingWhite") ? text.length - text.trimStart().length : 0;
  const whole = text.slice(0, Math.max(at, end));
  const expected = trimmed(tokens, styles);
  for (const [index, token] of expected.entries()) {
    if (inner) at += white(whole, at);
    const length = matchToken(token, whole, at, found, expected[index + 1]);
    if (length === undefined) return undefined;
    at += length;
  }
  return at === whole.length ? moment(found, styles, today) : undefined;
}

/** White space that may lead or trail in the text may do so in the format. */
function trimmed(tokens: readonly DateToken[], styles: DateStyles): readonly DateToken[] {
  const blank = (token: DateToken): boolean => token.type === "literal" && token.text.trim() === "";
  const first = styles.has("AllowLeadingWhite") ? tokens.findIndex((token) => !blank(token)) : 0;
  const last = styles.has("AllowTrailingWhite") ? tokens.findLastIndex((token) => !blank(token)) : tokens.length - 1;
  const rest = tokens.slice(Math.max(first, 0), last + 1);
  return styles.has("AllowInnerWhite") ? rest.filter((token) => !blank(token)) : rest;
}

function white(text: string, at: number): number {
  let next = at;
  while (/^\s$/.test(text[next] ?? "")) next += 1;
  return next - at;
}

function moment(found: Found, styles: DateStyles, today: () => DateTime): DateTime | undefined {
  const hour = hourOf(found);
  if (hour === undefined) return undefined;
  const { minute = 0, second = 0, fraction = 0, weekday, offsetMinutes } = found;
  const local = ticksFrom({ ...dayOf(found, styles, today), hour, minute, second, fraction });
  if (local === undefined) return undefined;
  const utc = local - BigInt(offsetMinutes ?? 0) * 60n * ticksPerSecond;
  const moment = dateTime(utc, kindOf(found, styles));
  const written = dateTime(local);
  if (weekday !== undefined && written !== undefined && partsOf(written).weekday !== weekday) return undefined;
  return moment;
}

function hourOf({ hour = 0, twelve = false, afternoon = false }: Found): number | undefined {
  if (!twelve) return afternoon && hour < 12 ? hour + 12 : hour;
  return hour > 12 ? undefined : (hour % 12) + (afternoon ? 12 : 0);
}

/** .NET takes today's date for a time alone, and this year for a day and month alone. */
function dayOf(
  { year, month, day }: Found,
  styles: DateStyles,
  today: () => DateTime,
): { readonly year: number; readonly month: number; readonly day: number } {
  if (year !== undefined) return { year, month: month ?? 1, day: day ?? 1 };
  if (month === undefined && day === undefined) {
    return styles.has("NoCurrentDateDefault") ? { year: 1, month: 1, day: 1 } : partsOf(today());
  }
  return { year: partsOf(today()).year, month: month ?? 1, day: day ?? 1 };
}

function kindOf({ offsetMinutes, universal }: Found, styles: DateStyles): DateTimeKind {
  const zoned = offsetMinutes !== undefined || styles.has("AssumeLocal") || styles.has("AssumeUniversal");
  if (!zoned) return "unspecified";
  return styles.has("AdjustToUniversal") || (styles.has("RoundtripKind") && universal === true) ? "utc" : "local";
}
