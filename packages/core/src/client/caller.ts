import type { Operation, Version } from "../contract/operation.ts";
import { AmbiguousWriteError } from "../errors/ambiguous-write-error.ts";
import { InvalidRequestError } from "../errors/invalid-request-error.ts";
import { isTransportError } from "../errors/transport-error.ts";
import type { Collection } from "../model/collection.ts";
import { type CallRecord, callRecord } from "../pipeline/call-record.ts";
import { compose, pluginHost, resolvePlugins } from "../pipeline/compose.ts";
import { optionBag } from "../pipeline/option.ts";
import { type Host, systemHost } from "../pipeline/host.ts";
import type { Plugin, PluginHost, Plugins } from "../pipeline/plugin.ts";
import type { Transport } from "../wire/message.ts";
import { checkLimit } from "../wire/check-limits.ts";
import { checkTrustedUrl } from "../wire/trusted-url.ts";
import { buildRequest } from "./build-request.ts";
import type { CallOptions } from "./call-options.ts";
import { checkCloud, type Cloud, globalCloud } from "./cloud.ts";
import { underDeadline } from "./deadline.ts";
import { type Pages, pagesOf } from "./pages.ts";
import { readResponse } from "./read-response.ts";

/** What a client is made of; only the transport must be given. */
export interface CallerOptions {
  /** What requests go out by: `fetchTransport()`, `nodeHttpTransport()` or one of your own. */
  readonly transport: Transport;
  /** In any order across slots; inside a slot, outermost first. Nest arrays as you like. */
  readonly plugins?: Plugins;
  /** `clouds.global` unless told; anything that is not in `clouds` is made by `customCloud`. */
  readonly cloud?: Cloud;
  /** `v1.0` unless told. */
  readonly version?: Version;
  /** Milliseconds for each call, attempts and waits included; 100,000 unless told. */
  readonly timeoutMs?: number;
  /** Clock and random numbers; a test gives `fakeHost()`. */
  readonly host?: Host;
}

/** The whole engine: it sends rows of the contract through the plugins and the transport. */
export interface Caller {
  /**
   * Sends one operation and gives its answer in the shape of the wire.
   * @throws GraphError of one of its types; see `isGraphError`
   */
  call<Input, Output>(row: Operation<string, Input, Output>, input: Input, options?: CallOptions): Promise<Output>;
  /** Reads a collection page by page; nothing is sent before the first item is asked for. */
  pages<Input, Item>(row: Operation<string, Input, Collection<Item>>, input: Input, options?: CallOptions): Pages<Item>;
  /** The plugins in the order a request meets them. */
  readonly plugins: readonly Plugin[];
  /** What the plugins share: clock, chance, identity, origin. */
  readonly host: PluginHost;
  /** Milliseconds for a call that does not say how long it may take. */
  readonly timeoutMs: number;
  /** Closes the plugins and the transport; calls after it fail. */
  close(): Promise<void>;
  /** The same as `close`, for `await using`. */
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Makes a caller. With one row it is the smallest program; `createClient` is the same with methods.
 * @throws InvalidRequestError for bad options
 * @example
 * const graph = createCaller({ transport: fetchTransport(), plugins: [bearer(token)] });
 * for await (const job of graph.pages(listJobs, { servicePrincipalId })) console.log(job.id);
 */
export function createCaller(options: CallerOptions): Caller {
  const { transport, cloud = globalCloud, version = "v1.0", timeoutMs = 100_000, host = systemHost } = options;
  // The types promise a transport; a program without types may pass a factory, or nothing.
  if (typeof (transport as Partial<Transport> | undefined)?.send !== "function") {
    throw new InvalidRequestError(
      "A client needs a transport: pass fetchTransport() or nodeHttpTransport() (did you forget to call it?).",
    );
  }
  checkLimit("timeoutMs", timeoutMs);
  checkCloud(cloud);
  if (!["v1.0", "beta"].includes(version))
    throw new InvalidRequestError(`version must be v1.0 or beta, not ${version}.`);
  const origin = cloud.graphOrigin;
  const plugins = resolvePlugins(options.plugins ?? []);
  const shared = pluginHost(plugins, host, cloud);
  const send = compose(plugins, transport, shared);
  let closed: Promise<void> | undefined;

  /** One exchange: from a row and its input, or a link that stands for them, to the row's output. */
  async function exchange<Input, Output>(
    row: Operation<string, Input, Output>,
    input: Input,
    link: string | undefined,
    call: CallOptions = {},
  ): Promise<Output> {
    if (closed !== undefined) throw new InvalidRequestError("The client is closed: make a new one.");
    if (row.versions?.includes(version) === false) {
      throw new InvalidRequestError(
        `${row.id} exists in ${row.versions.join(", ")} only: make a client with that version.`,
      );
    }
    if (link !== undefined) checkTrustedUrl(link, origin);
    const parts = { base: `${origin}/${version}`, link, headers: call.headers };
    const { url, headers, body, params } = buildRequest(row, input, parts);
    const record: CallRecord = { url, attempts: 0, inFlight: 0 };
    const options = Object.freeze(optionBag([...(call.context ?? []), { key: callRecord, value: record }]));
    const limits = { timeoutMs: call.timeoutMs ?? timeoutMs, signal: call.signal };
    const response = await underDeadline(limits, host.clock, record, (signal, deadline) =>
      // Written out: V8 takes microseconds to add to a copy, and a class would be no plain data.
      send(
        Object.freeze({ method: row.method, url, headers, body, signal, deadline, operation: row, params, options }),
      ),
    ).catch((error: unknown) => {
      const ambiguous = row.repeat === "never" && isTransportError(error) && error.sent === "unknown";
      throw ambiguous ? new AmbiguousWriteError(row, error) : error;
    });
    const output = readResponse(row, response);
    call.onResponse?.({
      status: response.status,
      headers: response.headers,
      attempts: record.attempts,
      cache: response.cache,
    });
    return output;
  }

  async function closeAll(): Promise<void> {
    for (const plugin of plugins) await plugin.close?.();
    await transport.close?.();
  }

  const close = (): Promise<void> => (closed ??= closeAll());
  return {
    call: (row, input, call) => exchange(row, input, undefined, call),
    pages: (row, input, call) => pagesOf(row.id, (link) => exchange(row, input, link, call)),
    plugins,
    host: shared,
    timeoutMs,
    close,
    [Symbol.asyncDispose]: close,
  };
}
