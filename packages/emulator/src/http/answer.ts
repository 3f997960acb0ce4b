import type { Clock, JsonObject, OperationInfo, Root } from "@graph-sync/core";
import type { Context } from "hono";
import type { Kysely } from "kysely";
import type { Control } from "../control/control.ts";
import type { Tables } from "../database/tables.ts";
import { type AnyCall, type Entry, type Handlers, notBuilt } from "../handlers/handler.ts";
import { contextUrls } from "../odata/context-url.ts";
import { type AnswerOptions, readOptions } from "../odata/options.ts";
import { pageOf } from "../odata/page.ts";
import { project } from "../odata/project.ts";
import type { Vault } from "../sealing/vault.ts";
import { findOwner, type Owner } from "../store/owner.ts";
import { GraphFault, resourceNotFound } from "./graph-fault.ts";
import { emptyPayload, readJsonBody } from "./json-body.ts";
import { respond } from "./respond.ts";
import { keysOf, type Place } from "./route-path.ts";
import type { Variables } from "./stamp.ts";

/** What the service is made of. */
export interface AppParts {
  readonly db: Kysely<Tables>;
  /** Seals secrets before they reach the database. */
  readonly vault: Vault;
  readonly clock: Pick<Clock, "now">;
  readonly handlers: Handlers;
  /** The bearer tokens that are accepted; any where there are none. */
  readonly tokens?: readonly string[] | undefined;
  /** Calls the targets of jobs. */
  readonly fetch: typeof globalThis.fetch;
  /** The origin of the addresses in answers. */
  readonly origin: string;
  /** What scripts steer it by; absent unless that was asked for. */
  readonly control?: Control;
}

/** What an answer needs of its operation. */
export type AnswerableOperation = Pick<OperationInfo, "id" | "path" | "status" | "contentType" | "keep">;

/** Answers the requests that the router finds to be for this operation, by this path. */
export function answerer(
  parts: AppParts,
  operation: AnswerableOperation,
  entry: Entry | typeof notBuilt,
  path: string,
  place: Place,
): (context: Context<Variables>) => Promise<Response> {
  if (entry === notBuilt) {
    const message = `The emulator does not answer ${operation.id} yet.`;
    return () => Promise.reject(new GraphFault(501, "NotImplemented", message));
  }
  // What no request changes is worked out once.
  const key = keysOf(path);
  const contextOf = contextUrls(operation, place, entry);
  const base = `${parts.origin}/${place.version}`;
  const mayBeKept = operation.keep === "stable" || operation.keep === "changing";
  const headers = {
    "content-type": jsonWithMetadata,
    "odata-version": "4.0",
    // Shared caches ask each time; a client's own, which knows what it writes, need not.
    "cache-control": mayBeKept ? "no-cache" : "no-store",
  };
  return async (context) => {
    const { url } = context.req;
    const options = readOptions(queryOf(url), entry, context.req.header("consistencylevel"));
    const param = (name: string): string => key(name, context.req.param(name) ?? "");
    const ofHandler: Record<string, string> = {};
    let content: Promise<JsonObject | undefined> | undefined;
    const bodyIfAny = (): Promise<JsonObject | undefined> =>
      (content ??= readJsonBody(context.req.raw, operation.contentType ?? "application/json"));
    const call: AnyCall = {
      db: parts.db,
      vault: parts.vault,
      clock: parts.clock,
      fetch: parts.fetch,
      base,
      expand: options.expand,
      param,
      header: (name: string, value: string) => (ofHandler[name] = value),
      owner: (db = parts.db) => ownerOf(db, place.root, param("id")),
      bodyIfAny,
      body: async () => {
        const body = await bodyIfAny();
        if (body === undefined) throw emptyPayload();
        return body;
      },
    };
    if (entry.kind === "nothing") {
      await entry.handle(call);
      return respond(context, operation.status === 202 ? 202 : 204, undefined, ofHandler);
    }
    if (entry.kind === "count") {
      const { value } = await entry.handle(call);
      const counted = options.filter === undefined ? value : value.filter(options.filter);
      return respond(context, 200, String(counted.length), ofHandler);
    }
    const members =
      entry.kind === "collection"
        ? collection((await entry.handle(call)).value, options, url, parts.origin)
        : project(await entry.handle(call), options);
    const body = { "@odata.context": contextOf(param, options), ...members };
    return respond(context, operation.status === 201 ? 201 : 200, body, { ...headers, ...ofHandler });
  };
}

/** Parsed only where there is one: most requests have none. */
function queryOf(url: string): URLSearchParams {
  return url.includes("?") ? new URL(url).searchParams : noQuery;
}

const noQuery = new URLSearchParams();

function collection(all: readonly object[], options: AnswerOptions, url: string, origin: string): object {
  const { items, count, skipToken } = pageOf(all, options);
  return {
    ...(count !== undefined && { "@odata.count": count }),
    ...(skipToken !== undefined && { "@odata.nextLink": nextLink(url, skipToken, origin) }),
    value: items.map((item) => project(item, options)),
  };
}

/** The same request from where this page ended, at the configured origin: a caller's `Host` must not lead others away. */
function nextLink(url: string, skipToken: string, origin: string): string {
  const { pathname, searchParams } = new URL(url);
  const parameters = new URLSearchParams(searchParams);
  parameters.set("$skiptoken", skipToken);
  const query = parameters.toString().replaceAll("%24", "$").replaceAll("+", "%20");
  return `${origin}${pathname}?${query}`;
}

async function ownerOf(db: Kysely<Tables>, root: Root | undefined, id: string): Promise<Owner> {
  const owner = root && (await findOwner(db, root, id));
  if (owner === undefined) throw resourceNotFound(id);
  return owner;
}

const jsonWithMetadata =
  "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";
