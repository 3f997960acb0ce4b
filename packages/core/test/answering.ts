import { emptyHeaders, type GraphRequest, type GraphResponse, type Transport } from "@graph-sync/core";

/** A transport of one function. (`@graph-sync/testing` has a richer one, but core cannot depend on it.) */
export interface Answering extends Transport {
  readonly requests: GraphRequest[];
}

export function answering(
  answer: (request: GraphRequest, count: number) => GraphResponse | Promise<GraphResponse>,
): Answering {
  const requests: GraphRequest[] = [];
  return {
    name: "answering",
    requests,
    async send(request) {
      requests.push(request);
      return answer(request, requests.length);
    },
  };
}

export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): GraphResponse {
  return text(JSON.stringify(body), status, { "content-type": "application/json", ...headers });
}

export function text(body: string, status = 200, headers: Readonly<Record<string, string>> = {}): GraphResponse {
  return { status, headers: Object.assign(emptyHeaders(), headers), body };
}

/** What a promise rejects with; undefined where it does not. */
export function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
}
