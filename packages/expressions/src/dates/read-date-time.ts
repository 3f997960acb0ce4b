import { type DateToken, readDateFormat } from "./date-format.ts";
import { dateStyles } from "./date-styles.ts";
import { type DateTime, dateTime, ticksOf } from "./date-time.ts";
import { parseExact } from "./parse-exact.ts";

const times = ["", " H:mm:ss.FFFFFFF", " h:mm:ss.FFFFFFF tt", " H:mm", " h:mm tt"];
const days = ["yyyy-M-d", "M/d/yyyy", "d MMM yyyy", "d MMMM yyyy", "MMM d, yyyy", "MMMM d, yyyy"];

const formats: readonly (readonly DateToken[])[] = [
  "yyyy-M-dTH:mm:ss.FFFFFFFK",
  "yyyy-M-dTH:mmK",
  ...days.flatMap((day) => times.map((time) => `${day}${time}K`)),
  "ddd, dd MMM yyyy H:mm:ssK",
].map((format) => readDateFormat(format) ?? []);

const styles = dateStyles("AllowWhiteSpaces");

/** The longest text in which a date is looked for. */
const maxLength = 64;

/**
 * Reads a date without being told its format, and gives it in UTC: `2021-06-30`, with or without a time and an offset,
 * `6/30/2021 2:00:00 PM`, `30 June 2021`. A date that names no offset is taken for UTC. Undefined where it is none.
 */
export function readDateTime(text: string): DateTime | undefined {
  if (text.length > maxLength) return undefined;
  for (const tokens of formats) {
    const moment = parseExact(text, tokens, styles, never);
    if (moment !== undefined) return dateTime(ticksOf(moment));
  }
  return undefined;
}

/** Every one of these formats names a year. */
function never(): DateTime {
  throw new RangeError("A format without a year needs a clock.");
}
