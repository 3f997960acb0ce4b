import type { Clock, Row } from "@graph-sync/core";
import * as operations from "@graph-sync/core/operations";
import { Hono, type Context } from "hono";
import type { Kysely } from "kysely";
import { DocumentError } from "../database/document.ts";
import type { Tables } from "../database/tables.ts";
import { notBuilt, type Handlers } from "../handlers/handler.ts";
import { contextUrl } from "../odata/context-url.ts";
import { readOptions } from "../odata/options.ts";
import { project } from "../odata/project.ts";
import { findOwner, type Owner } from "../store/owner.ts";
import { requireBearer } from "./access.ts";
import { limitBody } from "./body-limit.ts";
import { errorBody, GraphFault, resourceNotFound } from "./graph-fault.ts";
import { keyOf, placesOf, routePath, type Place } from "./route-path.ts";
import { marksFor, stamp, type Marks } from "./stamp.ts";

/** What the service is made of. */
export interface AppParts {
  readonly db: Kysely<Tables>;
  readonly clock: Pick<Clock, "now">;
  readonly handlers: Handlers;
}

interface Variables {
  readonly Variables: { marks: Marks };
}

/** The service as routes, one for each place of each row of the contract. */
export function createApp({ db, clock, handlers }: AppParts): Hono<Variables> {
  // Graph's pages print some addresses with a `/` at the end.
  const app = new Hono<Variables>({ strict: false });
  app.use(async (context, next) => {
    const marks = marksFor(context.req.header("client-request-id"), clock);
    context.set("marks", marks);
    await next();
    stamp(context.res.headers, marks);
  });
  app.use(async (context, next) => {
    requireBearer(context.req.header("authorization"));
    await next();
  });
  app.use(limitBody);
  for (const operation of Object.values(operations)) {
    for (const place of placesOf(operation)) {
      app.on(operation.method, routePath(operation, place), (context) => answer(context, operation, place));
    }
  }
  app.notFound((context) => fail(context, noRoute(context.req.path)));
  app.onError((error, context) => fail(context, faultOf(error)));
  return app;

  async function answer(context: Context<Variables>, operation: Row, place: Place): Promise<Response> {
    const entry = handlers[operation.id];
    if (entry === notBuilt) {
      throw new GraphFault(501, "NotImplemented", `The emulator does not answer ${operation.id} yet.`);
    }
    const options = readOptions(new URL(context.req.url).searchParams, entry.type);
    const param = (name: string): string => keyOf(operation, name, context.req.param(name) ?? "");
    const call = { db, expand: options.expand, param, owner: () => ownerOf(place, param("id")) };
    if (entry.kind === "nothing") {
      await entry.handle(call);
      return context.body(null, operation.status === 202 ? 202 : 204);
    }
    const members =
      entry.kind === "collection"
        ? { value: (await entry.handle(call)).value.map((item) => project(item, options)) }
        : project(await entry.handle(call), options);
    const body = { "@odata.context": contextUrl(operation, place, param, entry.kind, options), ...members };
    return context.body(JSON.stringify(body), 200, { "content-type": jsonWithMetadata, "odata-version": "4.0" });
  }

  async function ownerOf({ root }: Place, id: string): Promise<Owner> {
    const owner = root && (await findOwner(db, root, id));
    if (owner === undefined) throw resourceNotFound(id);
    return owner;
  }
}

const jsonWithMetadata =
  "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

function fail(context: Context<Variables>, fault: GraphFault): Response {
  if (fault.status === 401) context.header("www-authenticate", 'Bearer realm=""');
  return context.json(errorBody(fault, context.get("marks")), fault.status);
}

/** Graph's back end has no 405: a method or an address that it lacks is an address that it does not know. */
function noRoute(path: string): GraphFault {
  const inner = { Message: `No HTTP resource was found that matches the request URI '${path}'.` };
  return new GraphFault(404, "UnknownError", JSON.stringify(inner));
}

/** Of what was not thrown for the caller, only which column was edited badly: a text may hold a path or a query. */
function faultOf(error: Error): GraphFault {
  if (error instanceof GraphFault) return error;
  const message = error instanceof DocumentError ? error.message : "The emulator failed on this request.";
  return new GraphFault(500, "InternalServerError", message);
}
