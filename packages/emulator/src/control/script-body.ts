import type { JsonObject } from "@graph-sync/core";
import type { Context } from "hono";
import { emptyPayload, readJsonBody } from "../http/json-body.ts";
import type { Marked } from "../http/stamp.ts";

/** The JSON object that a script sent. */
export async function bodyOf(context: Context<Marked>): Promise<JsonObject> {
  const body = await readJsonBody(context.req.raw, "application/json");
  if (body === undefined) throw emptyPayload();
  return body;
}
