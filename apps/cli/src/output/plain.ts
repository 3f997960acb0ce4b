import { isTooDeep } from "./nesting.ts";

/** White space that would break a line. */
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/**
 * What a terminal acts on instead of showing it: control characters (C0, DEL, C1; with them every escape sequence), and
 * the marks that turn the reading direction, which make text look like other text (Unicode TR 9 §2).
 */
const acting = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

const maxLength = 300;

/**
 * Remote text made safe for a terminal: one line, nothing in it but what is seen, cut where it would fill the screen.
 * A value that is not text is shown as JSON; null and undefined are "".
 */
export function plain(value: unknown): string {
  if (value === undefined || value === null) return "";
  const text = typeof value === "string" ? value : compact(value);
  const line = text.replace(breaks, " ").replace(acting, "");
  return line.length <= maxLength ? line : `${line.slice(0, maxLength)}… (${line.length} characters; --json shows all)`;
}

function compact(value: unknown): string {
  return isTooDeep(value) ? "(nested too deeply to be shown)" : JSON.stringify(value);
}

/** A sentence of ours that may quote the service, for stderr. */
export function plainLine(text: string): string {
  const line = text.replace(breaks, " ").replace(acting, "").trim();
  return line.length <= 1000 ? line : `${line.slice(0, 1000)}…`;
}
