import { emptyHeaders, type GraphResponse, type OperationInfo } from "@graph-sync/core";

/**
 * The answer to a request that would have to wait longer than it has: the one that the service would give, so that it
 * becomes the same error with the same `retryAfterMs`. Only, it does not cost the quota anything.
 */
export function heldBack(operation: OperationInfo, waitMs: number): GraphResponse {
  const seconds = Math.min(Math.ceil(waitMs / 1000), 9_999_999_999);
  const message =
    `Not sent: requests are held back for another ${seconds} s, after a 429 or for the limit of ${operation.id}, and ` +
    `this call may not take that long. Call again later, or with a longer timeoutMs.`;
  const headers = emptyHeaders();
  headers["content-type"] = "application/json";
  headers["retry-after"] = String(seconds);
  return Object.freeze({
    status: 429,
    headers: Object.freeze(headers),
    body: JSON.stringify({ error: { code: "TooManyRequests", message } }),
  });
}
