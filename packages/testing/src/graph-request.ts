import { emptyHeaders, type GraphRequest, listJobs, optionBag } from "@graph-sync/core";

/** What a test says of a request; the rest is a read that nobody aborts. */
export type RequestOverrides = Partial<GraphRequest>;

/** A request as core hands it to a plugin or a transport: frozen, headers without prototype. */
export function graphRequest(overrides: RequestOverrides = {}): GraphRequest {
  const headers = Object.assign(emptyHeaders(), {
    accept: "application/json",
    "client-request-id": crypto.randomUUID(),
    ...overrides.headers,
  });
  return Object.freeze({
    method: "GET",
    url: "https://graph.microsoft.com/v1.0/servicePrincipals/1/synchronization/jobs",
    body: undefined,
    signal: new AbortController().signal,
    deadline: Infinity,
    operation: listJobs,
    params: { servicePrincipalId: "1" },
    options: optionBag([]),
    ...overrides,
    headers: Object.freeze(headers),
  });
}
