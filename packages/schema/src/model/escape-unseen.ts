/**
 * A text in which signs that cannot be seen are escapes: line breaks, other control characters, signs that turn the
 * direction of writing. What comes from a schema can then neither fake a line nor steer a terminal.
 */
export function escapeUnseen(text: string): string {
  return text.replace(unseen, escaped);
}

const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** A sign outside the first plane is two units, and two escapes. */
function escaped(sign: string): string {
  return sign
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
