import { type DateToken, dayNames, monthNames, readDateFormat } from "./date-format.ts";
import { type DateParts, type DateTime, partsOf } from "./date-time.ts";

const printed: readonly DateToken[] = readDateFormat("M/d/yyyy h:mm:ss tt") ?? [];

/** Writes a moment by a .NET format that was read; without one, as the service prints a date. */
export function writeDateTime(moment: DateTime, tokens: readonly DateToken[] = printed): string {
  const parts = partsOf(moment);
  return tokens.map((token) => (token.type === "literal" ? token.text : letter(token, parts, moment.kind))).join("");
}

type Letter = Extract<DateToken, { readonly type: "letter" }>;

function letter({ letter: name, count }: Letter, parts: DateParts, kind: DateTime["kind"]): string {
  const number = (value: number): string => String(value).padStart(Math.min(count, 2), "0");
  switch (name) {
    case "d":
      return count < 3 ? number(parts.day) : named(dayNames, parts.weekday, count);
    case "M":
      return count < 3 ? number(parts.month) : named(monthNames, parts.month - 1, count);
    case "y":
      return count < 3 ? number(parts.year % 100) : String(parts.year).padStart(count, "0");
    case "h":
      return number(parts.hour % 12 === 0 ? 12 : parts.hour % 12);
    case "H":
      return number(parts.hour);
    case "m":
      return number(parts.minute);
    case "s":
      return number(parts.second);
    case "f":
      return fraction(parts, count);
    case "F":
      return fraction(parts, count).replace(/0+$/, "");
    case "t":
      return (parts.hour < 12 ? "AM" : "PM").slice(0, count);
    case "g":
      return "A.D.";
    case "K":
      return { utc: "Z", local: "+00:00", unspecified: "" }[kind];
    case "z":
      return ["+0", "+00"][count - 1] ?? "+00:00";
    case "Z":
      return "Z";
  }
}

function fraction(parts: DateParts, count: number): string {
  return String(parts.fraction).padStart(7, "0").slice(0, count);
}

function named(names: readonly string[], index: number, count: number): string {
  const name = names[index] ?? "";
  return count === 3 ? name.slice(0, 3) : name;
}
