import type { Method, Operation, Repeat } from "../contract/operation.ts";
import { InvalidRequestError } from "../errors/invalid-request-error.ts";
import type { CallOptions } from "./call-options.ts";
import type { Caller } from "./caller.ts";

/** A request that no row describes. */
export interface RawRequest {
  /** What to send it with; Graph's synchronization API knows no other methods. */
  readonly method: Method;
  /** Below the version, beginning with a slash: `/servicePrincipals?$top=1`. Encoded by you. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: object;
  /** What may be sent twice; by default a GET is `safe` and everything else is `never`. */
  readonly repeat?: Repeat;
  /** `application/json` unless told. */
  readonly contentType?: string;
}

/** The path is taken as it is, so it must not hold what a URL parser would resolve or cut off. */
const pathPattern = /^\/[\x21\x24-\x7e]+$/;

/** What a URL parser would resolve or read in another way: dot segments, also encoded ones, and empty segments. */
const misleading = /[{}\\]|\/\/|\/(\.|%2e){1,2}(\/|\?|$)/i;

const methods: readonly Method[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/**
 * Sends any request of Graph through a caller's plugins, for what the contract does not have.
 * @returns the JSON object that Graph answers, or undefined where it answers none
 * @throws InvalidRequestError for a path that is none
 * @example
 * const me = await request(graph, { method: "GET", path: "/organization?$select=id" });
 */
export async function request(caller: Caller, raw: RawRequest, options: CallOptions = {}): Promise<object | undefined> {
  const { method, path, body, repeat = method === "GET" ? "safe" : "never", contentType } = raw;
  const given: unknown = path;
  if (typeof given !== "string" || !pathPattern.test(given) || misleading.test(given)) {
    throw new InvalidRequestError(
      `The path must begin with a slash and be encoded, without dot segments: ${String(given).slice(0, 64)}`,
    );
  }
  if (!methods.includes(method)) throw new InvalidRequestError(`method must be one of ${methods.join(", ")}.`);
  if (method === "GET" && body !== undefined) throw new InvalidRequestError("A GET has no body.");
  const row: Operation<"request", { readonly body?: object }, object | undefined> = {
    id: "request",
    method,
    path,
    repeat,
    status: 200,
    evidence: "metadata-only",
    mayBeEmpty: true,
    ...(contentType === undefined ? {} : { contentType }),
  };
  return caller.call(row, body === undefined ? {} : { body }, options);
}
