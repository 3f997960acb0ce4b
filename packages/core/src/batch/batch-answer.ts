import { TransportError } from "../errors/transport-error.ts";
import { addHeader, emptyHeaders } from "../wire/headers.ts";
import { isJsonObject } from "../wire/json.ts";
import type { GraphResponse } from "../wire/message.ts";

/**
 * Reads the answer of a batch: the responses by id, in lower case. They come in any order; one that is there twice is
 * worth nothing, since it is not known which of the two is right, and is left out.
 * @throws TransportError where it is no answer of a batch
 */
export function readBatchAnswer(answer: object): ReadonlyMap<string, GraphResponse> {
  const { responses } = answer as { readonly responses?: unknown };
  if (!Array.isArray(responses)) {
    throw new TransportError('batch: the answer has no "responses" list.', {
      code: "ERR_BODY",
    });
  }
  const read = new Map<string, GraphResponse>();
  const twice = new Set<string>();
  for (const each of responses as readonly unknown[]) {
    if (!isJsonObject(each) || typeof each["id"] !== "string" || typeof each["status"] !== "number") continue;
    const id = each["id"].toLowerCase();
    if (read.has(id)) twice.add(id);
    read.set(id, { status: each["status"], headers: headersOf(each["headers"]), body: textOf(each["body"]) });
  }
  for (const id of twice) read.delete(id);
  return read;
}

function headersOf(value: unknown): Readonly<Record<string, string>> {
  const headers = emptyHeaders();
  if (isJsonObject(value)) {
    for (const [name, each] of Object.entries(value)) if (typeof each === "string") addHeader(headers, name, each);
  }
  return Object.freeze(headers);
}

/** A body that is not JSON comes as base64url text; anything else is JSON already. */
function textOf(body: unknown): string {
  if (body === undefined || body === null) return "";
  try {
    // A body that is nested without end cannot be printed again; it is then no JSON to the reader either.
    if (typeof body !== "string") return JSON.stringify(body);
    const bytes = Uint8Array.from(atob(body.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return typeof body === "string" ? body : "";
  }
}
