import { type DateLetter, type DateToken, dayNames, monthNames } from "./date-format.ts";

/** What a format found in a text. */
export interface Found {
  year?: number;
  month?: number;
  day?: number;
  weekday?: number;
  hour?: number;
  twelve?: boolean;
  minute?: number;
  second?: number;
  fraction?: number;
  afternoon?: boolean;
  offsetMinutes?: number;
  universal?: boolean;
}

/** Takes what a token stands for; gives how many characters, or undefined where something else stands there. */
export function matchToken(
  token: DateToken,
  text: string,
  at: number,
  found: Found,
  next: DateToken | undefined,
): number | undefined {
  return token.type === "literal" ? literal(token.text, text, at, next) : letter(token, text, at, found);
}

function literal(expected: string, text: string, at: number, next: DateToken | undefined): number | undefined {
  if (text.startsWith(expected, at)) return expected.length;
  // The point before digits that may be missing may be missing too.
  return expected === "." && next?.type === "letter" && next.letter === "F" ? 0 : undefined;
}

type Letter = Extract<DateToken, { readonly type: "letter" }>;
type NumberField = "year" | "month" | "day" | "hour" | "minute" | "second";

function letter({ letter: name, count }: Letter, text: string, at: number, found: Found): number | undefined {
  switch (name) {
    case "y":
      return digits("year", text, at, found, count, (year) =>
        count > 2 ? year : year < 50 ? 2000 + year : 1900 + year,
      );
    case "M":
      return count < 3
        ? digits("month", text, at, found, count)
        : word(monthNames, count, text, at, (n) => (found.month = n + 1));
    case "d":
      return count < 3
        ? digits("day", text, at, found, count)
        : word(dayNames, count, text, at, (n) => (found.weekday = n));
    case "h":
    case "H":
      found.twelve = name === "h";
      return digits("hour", text, at, found, Math.min(count, 2));
    case "m":
      return digits("minute", text, at, found, Math.min(count, 2));
    case "s":
      return digits("second", text, at, found, Math.min(count, 2));
    default:
      return rest(name, count, text, at, found);
  }
}

function rest(name: DateLetter, count: number, text: string, at: number, found: Found): number | undefined {
  switch (name) {
    case "f":
    case "F": {
      const [taken = ""] = match(new RegExp(`\\d{${name === "f" ? count : 0},${count}}`, "y"), text, at) ?? [];
      if (name === "f" && taken === "") return undefined;
      found.fraction = Number(taken.padEnd(7, "0"));
      return taken.length;
    }
    case "t": {
      const [taken] = match(count === 1 ? /[ap]/iy : /[ap]m/iy, text, at) ?? [];
      if (taken !== undefined) found.afternoon = /^p/i.test(taken);
      return taken?.length;
    }
    case "g":
      return match(/A\.?D\.?/iy, text, at)?.[0].length;
    case "Z":
      return universal(text, at, found);
    case "z":
      return offset(count, text, at, found);
    default:
      return universal(text, at, found) ?? offset(3, text, at, found) ?? 0;
  }
}

function digits(
  field: NumberField,
  text: string,
  at: number,
  found: Found,
  count: number,
  meaning = (value: number): number => value,
): number | undefined {
  const [taken] = match(new RegExp(count === 1 ? "\\d{1,2}" : `\\d{${count}}`, "y"), text, at) ?? [];
  if (taken === undefined) return undefined;
  found[field] = meaning(Number(taken));
  return taken.length;
}

function word(
  names: readonly string[],
  count: number,
  text: string,
  at: number,
  keep: (index: number) => void,
): number | undefined {
  const shapes = names.map((name) => (count === 3 ? name.slice(0, 3) : name));
  const index = shapes.findIndex((name) => text.slice(at, at + name.length).toLowerCase() === name.toLowerCase());
  if (index !== -1) keep(index);
  return shapes[index]?.length;
}

function universal(text: string, at: number, found: Found): number | undefined {
  const [taken] = match(/Z|GMT/iy, text, at) ?? [];
  if (taken === undefined) return undefined;
  found.offsetMinutes = 0;
  found.universal = true;
  return taken.length;
}

function offset(count: number, text: string, at: number, found: Found): number | undefined {
  const taken = match(count < 3 ? /([+-])(\d{1,2})/y : /([+-])(\d{1,2}):?(\d{2})/y, text, at);
  if (taken === null) return undefined;
  const [all, sign, hours, minutes = "0"] = taken;
  const value = Number(hours) * 60 + Number(minutes);
  if (value > 14 * 60 || Number(minutes) > 59) return undefined;
  found.offsetMinutes = sign === "-" ? -value : value;
  return all.length;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
