import type { JsonObject } from "@graph-sync/core";
import type { Context } from "hono";
import { badRequest } from "../http/graph-fault.ts";
import { emptyPayload, readJsonBody } from "../http/json-body.ts";
import type { Variables } from "../http/stamp.ts";

/** The JSON object that a script sent. */
export async function bodyOf(context: Context<Variables>): Promise<JsonObject> {
  const body = await readJsonBody(context.req.raw, "application/json");
  if (body === undefined) throw emptyPayload();
  return body;
}

/** Refuses other members: a slip must not pass for a setting. */
export function knowOnly(body: JsonObject, names: readonly string[]): void {
  const stranger = Object.keys(body).find((name) => !names.includes(name));
  if (stranger !== undefined)
    throw badRequest(`The property '${stranger}' is not known here; there are ${names.join(", ")}.`);
}
