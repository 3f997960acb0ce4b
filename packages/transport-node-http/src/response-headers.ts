import { addHeader, emptyHeaders } from "@graph-sync/core";

/**
 * The headers of an answer as a plain frozen record, from the list of what was received: Node's own record drops
 * repeated ones.
 */
export function responseHeaders(raw: readonly string[]): Readonly<Record<string, string>> {
  const headers = emptyHeaders();
  for (let at = 0; at + 1 < raw.length; at += 2) addHeader(headers, raw[at] ?? "", raw[at + 1] ?? "");
  return Object.freeze(headers);
}
