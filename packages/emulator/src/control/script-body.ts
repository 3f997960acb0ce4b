import type { JsonObject } from "@graph-sync/core";
import type { Context } from "hono";
import { badRequest } from "../http/graph-fault.ts";
import { requireJsonBody } from "../http/json-body.ts";
import type { Marked } from "../http/stamp.ts";

/** The JSON object that a script sent. */
export function bodyOf(context: Context<Marked>): Promise<JsonObject> {
  return requireJsonBody(context.req.raw, "application/json");
}

export function missing(name: string): never {
  throw badRequest(`The property '${name}' is missing.`);
}

/** A whole number between two others, or undefined where it is absent. */
export function wholeNumberIn(body: JsonObject, name: string, least: number, most: number): number | undefined {
  const value = body[name];
  if (value === undefined) return undefined;
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= least && value <= most) return value;
  throw badRequest(`The property '${name}' must be a whole number from ${least} to ${most}.`);
}
