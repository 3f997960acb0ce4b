const names = [
  "None",
  "AllowLeadingWhite",
  "AllowTrailingWhite",
  "AllowInnerWhite",
  "AllowWhiteSpaces",
  "NoCurrentDateDefault",
  "AdjustToUniversal",
  "AssumeLocal",
  "AssumeUniversal",
  "RoundtripKind",
] as const;

/**
 * The flags of .NET that tell how a date is read.
 * https://learn.microsoft.com/dotnet/api/system.globalization.datetimestyles
 */
export type DateStyle = (typeof names)[number];
export type DateStyles = ReadonlySet<DateStyle>;

/** What the service takes where no styles are given. */
export const defaultStyles: DateStyles = dateStyles("RoundtripKind", "AllowLeadingWhite", "AllowTrailingWhite");

export function dateStyles(...styles: readonly DateStyle[]): DateStyles {
  const found = new Set(styles);
  if (!found.has("AllowWhiteSpaces")) return found;
  return found.add("AllowLeadingWhite").add("AllowTrailingWhite").add("AllowInnerWhite");
}

/** Reads names with commas between them. Gives the name that is none, or the names that .NET does not take together. */
export function readDateStyles(text: string): DateStyles | string {
  const found: DateStyle[] = [];
  for (const word of text.split(",").map((one) => one.trim())) {
    const name = names.find((one) => one.toLowerCase() === word.toLowerCase());
    if (name === undefined) return word;
    found.push(name);
  }
  const styles = dateStyles(...found);
  const zones = names.slice(6).filter((name) => styles.has(name));
  const clash =
    zones.length > 1 && (styles.has("RoundtripKind") || (styles.has("AssumeLocal") && styles.has("AssumeUniversal")));
  return clash ? zones.join() : styles;
}
