/**
 * Text from outside as one line of a terminal: without control characters (C0, C1 and with them every escape sequence), without those that
 * turn the direction of writing or are not seen, and not longer than a screen.
 */
export function plainText(text: string): string {
  return text
    .slice(0, 2048)
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, " ")
    .trim();
}
