import { emptyHeaders } from "@graph-sync/core";

/** The headers of a response as a plain frozen record. */
export function responseHeaders(received: Headers): Readonly<Record<string, string>> {
  const headers = emptyHeaders();
  // Only set-cookie comes more than once; all others are joined already (Fetch, "sort and combine").
  for (const name of received.keys()) headers[name] = received.get(name) ?? "";
  return Object.freeze(headers);
}
