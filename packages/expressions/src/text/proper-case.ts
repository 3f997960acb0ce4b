import { lower, upper } from "./case.ts";

/** Letters that are two in one have a third form. */
const titles: Readonly<Record<string, string>> = { ǆ: "ǅ", ǉ: "ǈ", ǌ: "ǋ", ǳ: "ǲ" };

/** A letter and what belongs to the same word: marks, digits, and apostrophes, so that `de'silva` is one word. */
const words = /\p{L}[\p{L}\p{M}\p{N}\p{Co}\p{Cn}']*/gu;

/**
 * Begins every word with a capital and writes the rest small, as .NET's `ToTitleCase` does with a text in small letters.
 * https://learn.microsoft.com/dotnet/api/system.globalization.textinfo.totitlecase
 */
export function titleCase(text: string): string {
  return lower(text).replace(words, capitalised);
}

/** The same with words that end at the given characters, and nowhere else. */
export function titleCaseBetween(text: string, separators: string): string {
  const ends = new Set(separators);
  let result = "";
  let begins = true;
  for (const character of lower(text)) {
    result += begins ? capitalised(character) : character;
    begins = ends.has(character);
  }
  return result;
}

function capitalised(word: string): string {
  const [first = ""] = word;
  return (titles[first] ?? upper(first)) + word.slice(first.length);
}
