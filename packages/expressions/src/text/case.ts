/**
 * Upper and lower case as .NET changes them: each character for one character, so `ß` stays and a final sigma is no
 * special case. The invariant culture also keeps the Turkish `İ` and `ı`.
 * https://learn.microsoft.com/dotnet/api/system.string.tolowerinvariant
 */
export type Casing = "invariant" | "turkic" | "cultural";

export function lower(text: string, casing: Casing = "invariant"): string {
  if (casing !== "turkic" && isAscii(text)) return text.toLowerCase();
  return mapped(text, exceptions[casing].lower, (character) => character.toLowerCase());
}

export function upper(text: string, casing: Casing = "invariant"): string {
  if (casing !== "turkic" && isAscii(text)) return text.toUpperCase();
  return mapped(text, exceptions[casing].upper, (character) => character.toUpperCase());
}

/**
 * The casing of a culture such as `tr-TR`; an empty name is the invariant culture. Undefined where it is no name of one.
 * https://www.rfc-editor.org/rfc/rfc4646
 */
export function casingOf(culture: string): Casing | undefined {
  if (culture === "") return "invariant";
  if (!/^[A-Za-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/.test(culture)) return undefined;
  return /^(?:tr|az)(?:-|$)/i.test(culture) ? "turkic" : "cultural";
}

interface Exceptions {
  readonly lower: Readonly<Record<string, string>>;
  readonly upper: Readonly<Record<string, string>>;
}

const exceptions: Readonly<Record<Casing, Exceptions>> = {
  invariant: { lower: {}, upper: { ı: "ı" } },
  turkic: { lower: { I: "ı", İ: "i" }, upper: { i: "İ" } },
  cultural: { lower: { İ: "i" }, upper: {} },
};

function mapped(
  text: string,
  special: Readonly<Record<string, string>>,
  change: (character: string) => string,
): string {
  let result = "";
  for (const character of text) {
    const other = change(character);
    // What would become several characters stays as it is.
    result += special[character] ?? (other.length === character.length ? other : character);
  }
  return result;
}

export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}
