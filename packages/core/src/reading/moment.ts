/**
 * A date of the service as milliseconds since 1970; null for "never", which it prints as null, as `""` or as year 0001,
 * and for text that is no date.
 */
export function momentOf(date: string | null | undefined): number | null {
  // `Date.parse` takes far more for a date than ISO 8601 does: "1" is one of 2001.
  if (typeof date !== "string" || !/^(?!0001)\d{4}-\d\d-\d\d/.test(date)) return null;
  const moment = Date.parse(date);
  return Number.isNaN(moment) ? null : moment;
}

/**
 * An ISO 8601 duration as milliseconds; null for "never", which the service prints as the longest duration of .NET
 * (`P10675199DT2H48M5.4775807S`), and for text that is none. Years and months have no length and give null.
 */
export function durationMs(duration: string | null | undefined): number | null {
  const parts = /^P(?:(\d{1,8})D)?(?:T(?:(\d{1,8})H)?(?:(\d{1,8})M)?(?:(\d{1,8}(?:\.\d{1,9})?)S)?)?$/.exec(
    duration ?? "",
  );
  if (parts === null || duration === "P" || duration?.endsWith("T") === true) return null;
  // A part that is not there is undefined, whatever the type of the match says, and a number of it is NaN.
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part) || 0);
  const ms = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  return days >= 10_675_199 ? null : ms;
}
