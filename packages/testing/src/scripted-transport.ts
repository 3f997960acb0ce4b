import { addHeader, emptyHeaders, type GraphRequest, type GraphResponse, type Transport } from "@graph-sync/core";

/** What a scripted transport answers: a response, an error to reject with, or a function that decides. */
export type Script = GraphResponse | Error | ((request: GraphRequest) => GraphResponse | Promise<GraphResponse>);

/** A transport without a network, which keeps what it was asked. */
export interface ScriptedTransport extends Transport {
  /** The requests so far, oldest first. */
  readonly requests: readonly GraphRequest[];
}

/**
 * A transport that answers from a list, one entry a request, the last one for ever; an empty list is an error.
 * @example
 * const transport = scriptedTransport(jsonResponse({ value: [] }));
 * const graph = createClient({ transport });
 */
export function scriptedTransport(...script: readonly Script[]): ScriptedTransport {
  const requests: GraphRequest[] = [];
  return {
    name: "scripted",
    requests,
    async send(request) {
      request.signal.throwIfAborted();
      const step = script[Math.min(requests.length, script.length - 1)];
      requests.push(request);
      if (step === undefined) throw new Error(`The script is empty, but ${request.method} ${request.url} was sent.`);
      if (step instanceof Error) throw step;
      return typeof step === "function" ? step(request) : step;
    },
  };
}

/** A JSON answer. */
export function jsonResponse(
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): GraphResponse {
  const all = emptyHeaders();
  addHeader(all, "content-type", "application/json");
  for (const [name, value] of Object.entries(headers)) addHeader(all, name, value);
  return Object.freeze({ status, headers: Object.freeze(all), body: body === undefined ? "" : JSON.stringify(body) });
}
