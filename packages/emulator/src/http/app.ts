import type { Collection, Row } from "@graph-sync/core";
import * as operations from "@graph-sync/core/operations";
import { Hono, type Context } from "hono";
import type { Kysely } from "kysely";
import type { Clock } from "../clock.ts";
import type { Tables } from "../database/tables.ts";
import { notBuilt, type Handlers } from "../handlers/handler.ts";
import { answerShapes } from "../odata/answer-shape.ts";
import { contextUrl } from "../odata/context-url.ts";
import { readOptions } from "../odata/options.ts";
import { project } from "../odata/project.ts";
import { findOwner } from "../store/owner.ts";
import { requireBearer } from "./access.ts";
import { errorBody, GraphFault, resourceNotFound, type Marks } from "./graph-fault.ts";
import { placesOf, routePath, type Place } from "./route-path.ts";
import { marksFor, stamp } from "./stamp.ts";

/** What the service is made of. */
export interface AppParts {
  readonly db: Kysely<Tables>;
  readonly clock: Clock;
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
  for (const operation of Object.values(operations)) {
    for (const place of placesOf(operation)) {
      app.on(operation.method, routePath(operation, place), (context) => answer(context, operation, place));
    }
  }
  app.notFound((context) => fail(context, noRoute(context.req.path)));
  app.onError((error, context) => fail(context, error instanceof GraphFault ? error : internalError));
  return app;

  async function answer(context: Context<Variables>, operation: Row, place: Place): Promise<Response> {
    const handler = handlers[operation.id];
    const { root, version } = place;
    const shape = answerShapes[operation.id];
    if (handler === notBuilt || root === undefined || shape === undefined) {
      const message = `The emulator does not answer ${operation.id} yet.`;
      throw new GraphFault(501, "NotImplemented", message);
    }
    const options = readOptions(new URL(context.req.url).searchParams, shape.type);
    const param = (name: string): string => context.req.param(name) ?? "";
    const owner = await findOwner(db, root, param("id"));
    if (owner === undefined) throw resourceNotFound(param("id"));
    const output = await handler({ db, owner, expand: options.expand, param });
    if (output === undefined) return context.body(null, operation.status === 202 ? 202 : 204);
    const body = {
      "@odata.context": contextUrl(operation, { root, version }, param, shape, options),
      ...(isCollection(output)
        ? { value: output.value.map((item) => project(item, options)) }
        : project(output, options)),
    };
    return context.body(JSON.stringify(body), 200, { "content-type": jsonWithMetadata, "odata-version": "4.0" });
  }
}

/** An entity may have a property called `value`, but never a list of objects under it. */
function isCollection(output: object): output is Collection<object> {
  return "value" in output && Array.isArray(output.value);
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

/** Never the cause: an error's text may hold a path or a query. */
const internalError: GraphFault = new GraphFault(500, "InternalServerError", "The emulator failed on this request.");
