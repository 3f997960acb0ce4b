import { addHeader, emptyHeaders } from "@graph-sync/core";

/** The headers of a response as a plain frozen record. */
export function responseHeaders(received: Headers): Readonly<Record<string, string>> {
  const headers = emptyHeaders();
  // Only set-cookie comes more than once; all others are joined already (Fetch, "sort and combine").
  received.forEach((value, name) => addHeader(headers, name, value));
  return Object.freeze(headers);
}
