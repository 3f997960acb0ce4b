import type { GraphRequest } from "@graph-sync/core";

/** The request headers that change an answer. */
const varying = ["accept", "accept-language", "consistencylevel", "prefer"] as const;

/** These, and those that do not. */
const known: ReadonlySet<string> = new Set([
  ...varying,
  "baggage",
  "client-request-id",
  "return-client-request-id",
  "traceparent",
  "tracestate",
  "user-agent",
  "x-ms-throttle-priority",
]);

/**
 * What a kept answer is found by: the identity, the method, the address (and in it the version) and the headers that
 * change the answer. Undefined where there is a header of which that is not known, a condition or a cookie for example.
 */
export function cacheKey(request: GraphRequest, identity: string): string | undefined {
  for (const name in request.headers) {
    if (!known.has(name)) return undefined;
  }
  // None of the parts can have a line break.
  let key = `${identity}\n${request.method}\n${request.url}`;
  for (const name of varying) key += `\n${request.headers[name] ?? ""}`;
  return key;
}

/** A name for others to see: it has one length, and shows neither ids nor filters. */
export async function hashed(key: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(key));
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `graph-sync-1-${hex}`;
}
