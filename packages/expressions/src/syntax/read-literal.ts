import { type Cursor, fail, take } from "./cursor.ts";

/**
 * Reads a text in quotes. Only `\\` and `\"` are escapes; any other backslash stands for itself, so that the patterns
 * of the documentation's examples (`"\d+"`) keep their meaning.
 */
export function readText(cursor: Cursor): string {
  const { text } = cursor;
  const parts: string[] = [];
  let from = cursor.at + 1;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      cursor.at = at + 1;
      parts.push(text.slice(from, at));
      return parts.join("");
    }
    if (character === "\\" && (text[at + 1] === "\\" || text[at + 1] === '"')) {
      parts.push(text.slice(from, at));
      from = at + 1;
      at += 1;
    }
  }
  cursor.at = text.length;
  return fail(cursor, 'a closing quote (a quote inside a text is written \\")');
}

/** Writes a text so that `readText` gives it back. */
export function writeText(value: string): string {
  return `"${value.replace(/["\\]/g, "\\$&")}"`;
}

/**
 * Reads an attribute's name. It may hold brackets in pairs, and texts in quotes in which brackets do not count:
 * `[emails[type eq "work"].value]`.
 */
export function readAttribute(cursor: Cursor): string {
  const { text } = cursor;
  const from = cursor.at + 1;
  const to = endOfAttribute(text, from);
  if (to === undefined) {
    cursor.at = text.length;
    return fail(cursor, "a closing bracket of the attribute");
  }
  if (to === from) {
    cursor.at = from;
    return fail(cursor, "the name of an attribute");
  }
  cursor.at = to + 1;
  return text.slice(from, to);
}

/** Where the bracket stands that ends an attribute whose name begins at `from`. */
export function endOfAttribute(text: string, from: number): number | undefined {
  let depth = 1;
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === "[") depth += 1;
    else if (character === "]" && (depth -= 1) === 0) return at;
  }
  return undefined;
}

const hexadecimal = /&[hH][\da-fA-F]+(?!\w)/y;
const decimal = /-?\d+(?:\.\d+)?(?!\w)/y;

/** Reads a number as the text that the service makes of it. Undefined where none stands here. */
export function readNumber(cursor: Cursor): string | undefined {
  const digits = take(cursor, hexadecimal);
  if (digits !== undefined) return BigInt(`0x${digits.slice(2)}`).toString();
  return take(cursor, decimal);
}
