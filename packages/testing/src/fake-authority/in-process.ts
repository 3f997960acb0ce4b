import { addHeader, emptyHeaders, type Transport } from "@graph-sync/core";

/** A transport to a function of this process. Like every transport it follows no redirect. */
export function inProcess(fetch: typeof globalThis.fetch): Transport {
  return {
    name: "in-process",
    async send({ url, method, headers, body, signal }) {
      signal.throwIfAborted();
      const response = await fetch(url, { method, headers, signal, ...(body === undefined ? {} : { body }) });
      const received = emptyHeaders();
      response.headers.forEach((value, name) => addHeader(received, name, value));
      return { status: response.status, headers: Object.freeze(received), body: await response.text() };
    },
  };
}
