/**
 * A date, `2026-05-06`, or a date with a time and its zone, `2026-05-06T07:08:09Z` (RFC 3339; seconds may be left out), as epoch
 * milliseconds. Undefined for any other text; NaN for one of that form that no calendar has: `Date.parse` would take
 * the 30th of February for the 2nd of March. Years are those that Graph's times have, 0001 to 9999.
 */
export function calendarMoment(text: string): number | undefined {
  const [, date = "", hour = "00", minute = "00", second = "00", fraction = "", zone = "Z"] = form.exec(text) ?? [];
  if (date === "") return undefined;
  const [zoneHour = "0", zoneMinute = "0"] = zone.slice(1).split(":");
  const offsetMs = (zone.startsWith("-") ? -1 : 1) * (Number(zoneHour) * 60 + Number(zoneMinute)) * 60_000;
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const isDay = !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(date);
  const isTime = [hour, zoneHour].every((each) => Number(each) < 24);
  const isExact = [minute, second, zoneMinute].every((each) => Number(each) < 60);
  if (!isDay || !isTime || !isExact) return NaN;
  const sinceMidnightMs = Number(hour) * 3_600_000 + Number(minute) * 60_000 + Number(second) * 1000;
  const ms = midnight + sinceMidnightMs + Math.floor(Number(`0${fraction}`) * 1000) - offsetMs;
  return ms >= firstMs && ms <= lastMs ? ms : NaN;
}

const form = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})([.]\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/;
const firstMs = Date.parse("0001-01-01T00:00:00.000Z");
const lastMs = Date.parse("9999-12-31T23:59:59.999Z");

/** What to do about one that no calendar has. */
export const calendarHint: string =
  "Days are those of the calendar, times go from 00:00:00 to 23:59:59, and years from 0001 to 9999.";
