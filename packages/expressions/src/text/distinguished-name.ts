import { fromUtf8 } from "./bytes.ts";

/** What stands between commas that are neither escaped nor in quotes. */
const parts = /(?:\\[^]|"(?:\\[^]|[^"\\])*"|[^,;"\\])+/g;

/** A name and its value; what stands behind a `+` is another one. */
const part = /^\s*[\w.-]+\s*=\s*((?:\\[^]|"(?:\\[^]|[^"\\])*"|[^+"\\])*)/;

/**
 * The values of a distinguished name from left to right, escapes resolved: `cn=a\, b,dc=c` has `a, b` and `c`. Of a part
 * with several values, the first. Undefined where a part is none.
 * https://www.rfc-editor.org/rfc/rfc4514
 */
export function distinguishedNameValues(name: string): readonly string[] | undefined {
  const values: string[] = [];
  for (const text of name.match(parts) ?? []) {
    const [, value] = part.exec(text) ?? [];
    if (value === undefined) return undefined;
    values.push(unescaped(value.trim()));
  }
  return values;
}

/** A backslash stands before a character, or before the hexadecimal digits of UTF-8 bytes. */
function unescaped(value: string): string {
  const inner = /^"[^]*"$/.test(value) ? value.slice(1, -1) : value;
  return inner.replace(/(?:\\[\da-fA-F]{2})+|\\[^]/g, (escape) =>
    escape.length === 2 ? escape.charAt(1) : fromUtf8(bytesOf(escape)),
  );
}

function bytesOf(escapes: string): readonly number[] {
  return escapes
    .slice(1)
    .split("\\")
    .map((byte) => Number.parseInt(byte, 16));
}
