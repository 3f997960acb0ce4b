/** A piece of a format: a letter that was repeated, or text that stands for itself. */
export type DateToken =
  | { readonly type: "letter"; readonly letter: DateLetter; readonly count: number }
  | { readonly type: "literal"; readonly text: string };

export type DateLetter = "d" | "f" | "F" | "g" | "h" | "H" | "K" | "m" | "M" | "s" | "t" | "y" | "z" | "Z";

const maxFractionDigits = 7;

/**
 * Reads a custom .NET date format. Undefined where .NET refuses it: an open quote, a backslash or % at the end, more than
 * seven digits of a second, nothing at all. One letter alone is .NET's name of a standard format, which the reference
 * does not mention; as a custom one it has a % before it.
 * https://learn.microsoft.com/dotnet/standard/base-types/custom-date-and-time-format-strings
 */
export function readDateFormat(format: string): readonly DateToken[] | undefined {
  if (format.length === 1) return undefined;
  const tokens: DateToken[] = [];
  let at = 0;
  while (at < format.length) {
    const found = tokenAt(format, at);
    if (found === undefined) return undefined;
    tokens.push(found.token);
    at = found.next;
  }
  return tokens.length === 0 ? undefined : tokens;
}

interface FoundToken {
  readonly token: DateToken;
  readonly next: number;
}

function tokenAt(format: string, at: number): FoundToken | undefined {
  const character = format[at] ?? "";
  if (character === "'" || character === '"') {
    const end = format.indexOf(character, at + 1);
    return end === -1 ? undefined : { token: { type: "literal", text: format.slice(at + 1, end) }, next: end + 1 };
  }
  if (character === "\\") {
    const text = format[at + 1];
    return text === undefined ? undefined : { token: { type: "literal", text }, next: at + 2 };
  }
  if (character === "%") {
    const next = format[at + 1];
    return next === undefined || next === "%" ? undefined : tokenAt(format, at + 1);
  }
  if (!isLetter(character)) return { token: { type: "literal", text: character }, next: at + 1 };
  let next = at + 1;
  // K and Z stand alone; the others count.
  if (character !== "K" && character !== "Z") while (format[next] === character) next += 1;
  const count = next - at;
  if ((character === "f" || character === "F") && count > maxFractionDigits) return undefined;
  return { token: { type: "letter", letter: character, count }, next };
}

function isLetter(character: string): character is DateLetter {
  return "dfFghHKmMstyzZ".includes(character);
}

/** The invariant culture's names. */
export const monthNames: readonly string[] = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
export const dayNames: readonly string[] = [
  "Sunday",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
];
