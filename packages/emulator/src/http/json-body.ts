import { isJsonObject, type JsonObject, parseJson } from "@graph-sync/core";
import { badRequest, type GraphFault, unsupported } from "./graph-fault.ts";
import { readMediaType } from "./media-type.ts";
import { isNestedDeeper } from "./nesting.ts";
import { repeatedName } from "./repeated-name.ts";

/** Far more than any body of this API needs, and far less than what overflows the stack of those who print it. */
const deepest = 200;

/**
 * The body of a request, which must be a JSON object of the media type that its operation takes; undefined where there is
 * no body at all.
 */
export async function readJsonBody(request: Request, mediaType: string): Promise<JsonObject | undefined> {
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength === 0) return undefined;
  checkType(request.headers.get("content-type"), mediaType);
  const text = textOf(bytes);
  const json = text === undefined ? undefined : parseJson(text);
  if (text === undefined || !isJsonObject(json))
    throw mediaType === "application/json" ? unreadable() : invalidFormat();
  if (isNestedDeeper(json, deepest)) throw badRequest(`The JSON of the body is nested deeper than ${deepest} levels.`);
  const repeated = repeatedName(text);
  if (repeated !== undefined)
    throw badRequest(`The JSON of the body has the property '${repeated}' twice in one object.`);
  return json;
}

/**
 * Graph answers 400 where no type is told, https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/6337, and
 * so does bulkUpload for any type but its own.
 */
function checkType(header: string | null, mediaType: string): void {
  const sent = header === null ? undefined : readMediaType(header);
  if (sent?.type !== mediaType) {
    if (mediaType !== "application/json") throw invalidFormat();
    if (header === null) throw unreadable();
    throw unsupported(`The body must be ${mediaType}, and is said to be something else.`);
  }
  const charset = sent.parameters.get("charset") ?? "utf-8";
  if (charset.toLowerCase() !== "utf-8") throw unsupported("The charset of the body must be utf-8.");
}

/** The same, of a request that needs one. */
export async function requireJsonBody(request: Request, mediaType: string): Promise<JsonObject> {
  const body = await readJsonBody(request, mediaType);
  if (body === undefined) throw emptyPayload();
  return body;
}

/** The service's words for a body that is missing where one is needed. */
export function emptyPayload(): GraphFault {
  return badRequest("Empty Payload. JSON content expected.");
}

/** As bulkUpload refuses what is no SCIM: https://learn.microsoft.com/entra/identity/app-provisioning/inbound-provisioning-api-issues */
export function invalidFormat(reason?: string): GraphFault {
  return badRequest(reason === undefined ? "Invalid Data Format" : `Invalid Data Format: ${reason}`);
}

/** Without a byte order mark; undefined for what is no UTF-8. */
function textOf(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Graph's words. */
function unreadable(): GraphFault {
  return badRequest(
    "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.",
  );
}
