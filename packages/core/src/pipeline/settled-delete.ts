import type { GraphRequest, GraphResponse } from "../wire/message.ts";

/**
 * The answer to a DELETE that was sent again after an unknown fate: one that now finds nothing (404) has done its work, so
 * it is a success. Every other answer is given back as it is.
 */
export function settledDelete({ method }: Pick<GraphRequest, "method">, response: GraphResponse): GraphResponse {
  if (method !== "DELETE" || response.status !== 404) return response;
  return Object.freeze({ status: 204, headers: response.headers, body: "" });
}
