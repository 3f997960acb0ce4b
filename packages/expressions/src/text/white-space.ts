/**
 * White space as .NET has it: JavaScript's `trim` also takes U+FEFF and leaves U+0085.
 * https://learn.microsoft.com/dotnet/api/system.char.iswhitespace
 */
const white = /^[\t-\r\x85\p{Z}]$/u;

/** Removes white space at both ends. */
export function trimWhite(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && white.test(text.charAt(from))) from += 1;
  while (to > from && white.test(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}
