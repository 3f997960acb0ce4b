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
    const { url, method, headers, signal } = request;
    checkHeaders(headers);
    signal.throwIfAborted();
    const controller = new AbortController();
    const abort = (): void => controller.abort(signal.reason);
    const timer = phaseTimer(options, (error) => controller.abort(error));
    let answered = false;
    let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
    signal.addEventListener("abort", abort, { once: true });
    try {
      // Looked up here and not at construction, so that whoever replaces it later (nock, a polyfill) is heard.
      const fetch = options.fetch ?? globalThis.fetch;
      timer.enter("headers");
      const response = await fetch(url, {
        method,
        headers: performance.now() < suspectUntil ? { ...headers, connection: "close" } : headers,
        body: request.body ?? null,
        redirect: "manual",
        signal: controller.signal,
      });
      answered = true;
      timer.enter("idle");
      if (response.type === "opaqueredirect") {
        throw new TransportError("The service answered a redirect, which this platform hides; it was not followed.", {
          code: "ERR_REDIRECT",
        });
      }
      const { status } = response;
      const answer = { status, headers: responseHeaders(response.headers) };
      checkEcho(request, answer);
      contentCodings(answer.headers["content-encoding"]);
      const body = responseBody(status, options);
      // Read by hand, because not every runtime makes its streams async iterable.
      reader = response.body?.getReader();
      for (let chunk = await reader?.read(); chunk?.value !== undefined; chunk = await reader?.read()) {
        timer.enter("idle");
        body.push(chunk.value);
      }
      // A body that was announced and is none (a 204 with a length): the platform waits for it, and holds its connection.
      const { "content-length": length = "0", "transfer-encoding": coding } = answer.headers;
      if (reader === undefined && (length !== "0" || coding !== undefined)) controller.abort();
      return { ...answer, body: body.text() };
    } catch (error) {
      const failure: unknown = controller.signal.aborted
        ? controller.signal.reason
        : networkFailure(error, { url, answered });
      // The platform may have put the connection back already, and gives no way to take it out: for as long as it keeps idle
      // ones, requests ask for theirs to be closed.
      if (isTransportError(failure) && failure.kind === "desync") suspectUntil = performance.now() + suspectMs;
      // What is still under way belongs to nobody now. A stream that failed rejects here with the error that is thrown already.
      controller.abort(failure);
      reader?.cancel().catch(() => undefined);
      throw failure;
    } finally {
      timer.stop();
      signal.removeEventListener("abort", abort);
    }
  }

  return Object.freeze({ name: "fetch", send });
}

/** Longer than undici keeps an idle connection (4 s). Browsers ignore the header; they do not share connections so. */
const suspectMs = 5_000;
