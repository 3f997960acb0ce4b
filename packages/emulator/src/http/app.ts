import { Hono } from "hono";
import { DocumentError } from "../database/document.ts";
import { bearerCheck } from "./access.ts";
import { answerer, type AppParts } from "./answer.ts";
import { answerBatch } from "./batch.ts";
import { limitBody } from "./body-limit.ts";
import { fail } from "./fail.ts";
import { GraphFault } from "./graph-fault.ts";
import { requireJsonBody } from "./json-body.ts";
import { refused } from "./refused.ts";
import { respond } from "./respond.ts";
import { placesOf, routePath } from "./route-path.ts";
import { routesOf } from "./routes.ts";
import { marksFor, type Marked } from "./stamp.ts";

/** Answers a request; it never rejects. */
export type Answer = (request: Request) => Response | Promise<Response>;

/** The service: who asks is checked, and what is asked is looked up in its routes. */
export function createApp(parts: AppParts): Answer {
  const requireBearer = bearerCheck(parts.tokens);
  const app = routes(parts, answer);

  // Before the router, and no middleware of it: a route without any is answered by its handler alone.
  function answer(request: Request): Response | Promise<Response> {
    const { headers } = request;
    const env = { marks: marksFor(headers.get("client-request-id") ?? undefined, parts.clock) };
    try {
      requireBearer(headers.get("authorization") ?? undefined);
      if (request.url.length > longestUrl) throw tooLong();
    } catch (error) {
      return fail({ env }, faultOf(error));
    }
    return app.fetch(request, env);
  }

  return answer;
}

/** One route for each place of each row of the contract. */
function routes(parts: AppParts, answer: Answer): Hono<Marked> {
  // Graph's pages print some addresses with a `/` at the end.
  const app = new Hono<Marked>({ strict: false });
  parts.control?.watch(app);
  // Not of a GET, which has none: to ask a server's own request for it is dear.
  app.on(["DELETE", "PATCH", "POST", "PUT"], "*", limitBody);
  for (const { operation, method, path, entry } of routesOf(parts.handlers)) {
    for (const place of placesOf(operation)) {
      app.on(method, routePath(path, place), answerer(parts, operation, entry, path, place));
    }
  }
  for (const version of ["v1.0", "beta"]) {
    app.post(`/${version}/$batch`, async (context) => {
      const body = await requireJsonBody(context.req.raw, "application/json");
      const authorization = context.req.header("authorization") ?? "";
      const answers = await answerBatch(body, async (path, init) => {
        const headers = new Headers(init.headers);
        headers.set("authorization", authorization);
        return answer(new Request(`http://localhost/${version}${path}`, { ...init, headers }));
      });
      return respond(context, 200, answers);
    });
  }
  parts.control?.route(app);
  for (const { path, fault } of refused) app.get(path, (context) => fail(context, fault()));
  app.notFound((context) => fail(context, noRoute(context.req.path)));
  app.onError((error, context) => fail(context, faultOf(error)));
  return app;
}

/** In characters. */
const longestUrl = 8_192;

function tooLong(): GraphFault {
  const message = `The address of the request is longer than ${longestUrl} characters.`;
  return new GraphFault(414, "RequestUriTooLong", message);
}

/** Graph's back end has no 405: a method or an address that it lacks is an address that it does not know. */
function noRoute(path: string): GraphFault {
  const inner = { Message: `No HTTP resource was found that matches the request URI '${path}'.` };
  return new GraphFault(404, "UnknownError", JSON.stringify(inner));
}

/** Of what was not thrown for the caller, only which column was edited badly: a text may hold a path or a query. */
function faultOf(error: unknown): GraphFault {
  if (error instanceof GraphFault) return error;
  const message = error instanceof DocumentError ? error.message : "The emulator failed on this request.";
  return new GraphFault(500, "InternalServerError", message);
}
