import type { Operation, OperationInfo, Version } from "../contract/operation.ts";
import { resolvePath } from "../contract/path.ts";
import { InvalidRequestError } from "../errors/invalid-request-error.ts";
import { queryString } from "../odata/query-string.ts";
import { checkHeaders, emptyHeaders } from "../wire/headers.ts";
import { isJsonObject } from "../wire/json.ts";
import type { GraphRequest } from "../wire/message.ts";

/** What a row and its input give to a request. */
export type RequestDraft = Pick<GraphRequest, "url" | "headers" | "body" | "params">;

/** What a call is made of, beside the row. */
export interface CallParts {
  /** What stands before the path: origin and version, without a slash at the end. */
  readonly base: string;
  /** Of the client. */
  readonly version: Version;
  /** Stands in place of the row's address: a trusted `nextLink`, sent byte for byte. */
  readonly link?: string | undefined;
  readonly headers: Readonly<Record<string, string>> | undefined;
}

/**
 * Turns a row and its input into a request. It is the same for every row: ids into the path, `query` into the query
 * string, `body` into JSON.
 * @throws InvalidRequestError
 */
export function buildRequest<Input>(
  operation: Operation<string, Input, unknown>,
  input: Input,
  { base, version, link, headers: given }: CallParts,
): RequestDraft {
  if (operation.versions?.includes(version) === false) {
    throw new InvalidRequestError(
      `${operation.id} exists in ${operation.versions.join(", ")} only: make a client with that version.`,
    );
  }
  if (!isJsonObject(input)) throw new InvalidRequestError(`${operation.id} takes an object with its ids.`);
  const { path, params } = resolvePath(operation, input);
  const url = link ?? `${base}${path}${queryString(input["query"])}`;
  const body = bodyOf(operation, input["body"]);
  const fault = operation.fault?.(input);
  if (fault !== undefined) throw new InvalidRequestError(`${operation.id}: ${fault}.`);
  const headers = requestHeaders(given);
  if (body !== undefined) headers["content-type"] = operation.contentType ?? "application/json";
  return { url, headers: Object.freeze(headers), body, params };
}

function bodyOf(operation: OperationInfo, body: unknown): string | undefined {
  if (body === undefined && operation.method !== "PUT" && operation.method !== "PATCH") return undefined;
  if (typeof body !== "object" || body === null) {
    throw new InvalidRequestError(
      `${operation.id}: the body must be an object, not ${body === null ? "null" : typeof body}.`,
    );
  }
  try {
    return JSON.stringify(body);
  } catch (cause) {
    throw new InvalidRequestError(`${operation.id}: the body cannot be written as JSON.`, { cause });
  }
}

/** Headers that are ours to set: a caller's would be lost, or would go round the checks of the one who sets them. */
const owned = /^(accept-encoding|authorization|client-request-id|content-type)$/;

function requestHeaders(given: Readonly<Record<string, string>> | undefined): Record<string, string> {
  const headers = emptyHeaders();
  headers["accept"] = "application/json";
  if (given === undefined) return headers;
  // A `Headers` object has no members of its own, so its headers would be lost in silence.
  if (!isJsonObject(given) || given instanceof Headers) {
    throw new InvalidRequestError("headers must be a plain object of names and values.");
  }
  for (const [name, value] of Object.entries(given)) {
    const key = name.toLowerCase();
    if (owned.test(key)) throw new InvalidRequestError(`Header ${key} is set by the client or a plugin: leave it out.`);
    headers[key] = value;
  }
  checkHeaders(headers);
  return headers;
}
