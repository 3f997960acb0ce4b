import {
  type BodyLimits,
  checkHeaders,
  checkLimits,
  contentCodings,
  echoCheck,
  isTransportError,
  type GraphRequest,
  type GraphResponse,
  networkFailure,
  type PhaseLimits,
  phaseTimer,
  type PhaseTimer,
  responseBody,
  type Transport,
  TransportError,
} from "@graph-sync/core";
import { responseHeaders } from "./response-headers.ts";

/** Limits, and what to send with. `headersTimeoutMs` covers connecting too, since fetch does not tell when it is connected. */
export interface FetchTransportOptions extends BodyLimits, Omit<PhaseLimits, "connectTimeoutMs"> {
  /**
   * The function to send with; `globalThis.fetch`, looked up at each call, unless told. An emulator's `fetch` needs no
   * socket.
   */
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * A transport over the platform's fetch, for any web-standard runtime. Redirects are never followed, and the body is
 * read to its end under a limit. Node's fetch does not tell a reused connection from a new one.
 * @example
 * const graph = createClient({ transport: fetchTransport(), plugins: [bearer(token)] });
 */
export function fetchTransport(options: FetchTransportOptions = {}): Transport {
  checkLimits(options);
  const checkEcho = echoCheck();
  let suspectUntil = 0;

  async function send(request: GraphRequest): Promise<GraphResponse> {
    checkHeaders(request.headers);
    request.signal.throwIfAborted();
    const controller = new AbortController();
    const abort = (): void => controller.abort(request.signal.reason);
    const timer = phaseTimer(options, (error) => controller.abort(error));
    request.signal.addEventListener("abort", abort, { once: true });
    try {
      return await exchange(request, controller, timer);
    } finally {
      timer.stop();
      request.signal.removeEventListener("abort", abort);
    }
  }

  async function exchange(
    request: GraphRequest,
    controller: AbortController,
    timer: PhaseTimer,
  ): Promise<GraphResponse> {
    let answered = false;
    try {
      // Looked up here and not at construction, so that whoever replaces it later (nock, a polyfill) is heard.
      const fetch = options.fetch ?? globalThis.fetch;
      timer.enter("headers");
      const response = await fetch(request.url, {
        method: request.method,
        headers: performance.now() < suspectUntil ? { ...request.headers, connection: "close" } : request.headers,
        redirect: "manual",
        signal: controller.signal,
        ...(request.body === undefined ? {} : { body: request.body }),
      });
      answered = true;
      timer.enter("idle");
      const headers = responseHeaders(response.headers);
      checkAnswer(request, response, headers);
      const body = responseBody(response.status, options);
      // A loop that ends by `break` or by an error cancels the stream, and with it the connection.
      if (response.body !== null) {
        for await (const chunk of chunksOf(response.body)) {
          timer.enter("idle");
          body.push(chunk);
        }
      }
      // A body that was announced and is none (a 204 with a length) is waited for by the platform, which holds its connection.
      else if ((headers["content-length"] ?? "0") !== "0" || "transfer-encoding" in headers) controller.abort();
      return { status: response.status, headers, body: body.text() };
    } catch (error) {
      const failure: unknown = controller.signal.aborted
        ? controller.signal.reason
        : networkFailure(error, { url: request.url, answered });
      // The platform may have put the connection back already, and gives no way to take it out: for as long as it keeps idle
      // ones, requests ask for theirs to be closed.
      if (isTransportError(failure) && failure.kind === "desync") suspectUntil = performance.now() + suspectMs;
      // What is still under way belongs to nobody now.
      controller.abort(failure);
      throw failure;
    }
  }

  function checkAnswer(request: GraphRequest, response: Response, headers: GraphResponse["headers"]): void {
    if (response.type === "opaqueredirect") {
      throw new TransportError("The service answered a redirect, which this platform hides; it was not followed.", {
        code: "ERR_REDIRECT",
      });
    }
    checkEcho(request, { status: response.status, headers });
    contentCodings(headers["content-encoding"]);
  }

  return Object.freeze({ name: "fetch", send });
}

/** Longer than undici keeps an idle connection (4 s). Browsers ignore the header; they do not share connections so. */
const suspectMs = 5_000;

/** The chunks of a stream; written out, because not every runtime makes its streams async iterable. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // A stream that failed rejects here with the error that the caller has already.
    reader.cancel().catch(() => undefined);
  }
}
