import type { Clock, JsonObject, Root, Row } from "@graph-sync/core";
import type { Context } from "hono";
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import { notBuilt, type Handlers } from "../handlers/handler.ts";
import { contextUrl, metadataUrl } from "../odata/context-url.ts";
import { readOptions } from "../odata/options.ts";
import { project } from "../odata/project.ts";
import { findOwner, type Owner } from "../store/owner.ts";
import { GraphFault, resourceNotFound } from "./graph-fault.ts";
import { emptyPayload, readJsonBody } from "./json-body.ts";
import { keyOf, type Place } from "./route-path.ts";

/** What the service is made of. */
export interface AppParts {
  readonly db: Kysely<Tables>;
  readonly clock: Pick<Clock, "now">;
  readonly handlers: Handlers;
  /** Calls the targets of jobs. */
  readonly fetch: typeof globalThis.fetch;
  /** The origin of the addresses in answers. */
  readonly origin: string;
}

/** Answers a request that the router found to be for this operation, by this path. */
export async function answer(
  context: Context,
  parts: AppParts,
  operation: Row,
  path: string,
  place: Place,
): Promise<Response> {
  const entry = parts.handlers[operation.id];
  if (entry === notBuilt) {
    throw new GraphFault(501, "NotImplemented", `The emulator does not answer ${operation.id} yet.`);
  }
  const options = readOptions(new URL(context.req.url).searchParams, entry.type);
  const param = (name: string): string => keyOf(path, name, context.req.param(name) ?? "");
  let content: Promise<JsonObject | undefined> | undefined;
  const bodyIfAny = (): Promise<JsonObject | undefined> =>
    (content ??= readJsonBody(context.req.raw, operation.contentType ?? "application/json"));
  const call = {
    db: parts.db,
    clock: parts.clock,
    fetch: parts.fetch,
    base: `${parts.origin}/${place.version}`,
    expand: options.expand,
    param,
    header: (name: string, value: string) => context.header(name, value),
    owner: () => ownerOf(parts.db, place.root, param("id")),
    bodyIfAny,
    body: async () => {
      const body = await bodyIfAny();
      if (body === undefined) throw emptyPayload();
      return body;
    },
  };
  if (entry.kind === "nothing") {
    await entry.handle(call);
    return context.body(null, operation.status === 202 ? 202 : 204);
  }
  const members =
    entry.kind === "collection"
      ? { value: (await entry.handle(call)).value.map((item) => project(item, options)) }
      : project(await entry.handle(call), options);
  const odataContext =
    entry.context === undefined
      ? contextUrl(operation, place, param, entry.kind, options)
      : metadataUrl(place.version, entry.context);
  const body = { "@odata.context": odataContext, ...members };
  const headers = { "content-type": jsonWithMetadata, "odata-version": "4.0" };
  return context.body(JSON.stringify(body), operation.status === 201 ? 201 : 200, headers);
}

async function ownerOf(db: Kysely<Tables>, root: Root | undefined, id: string): Promise<Owner> {
  const owner = root && (await findOwner(db, root, id));
  if (owner === undefined) throw resourceNotFound(id);
  return owner;
}

const jsonWithMetadata =
  "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";
