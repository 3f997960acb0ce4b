import type { Context } from "hono";
import { stampOf, type Variables } from "./stamp.ts";

/**
 * The one way in which an answer is made: a JSON body, a text or none, the headers that every answer has, and its own. They are
 * given to `Response` as a plain record, because a server takes that to the socket as it is.
 */
export function respond(
  context: Context<Variables>,
  status: number,
  body?: object | string,
  headers?: Readonly<Record<string, string>>,
): Response {
  const isText = typeof body === "string";
  const content = body === undefined ? undefined : { "content-type": isText ? "text/plain" : "application/json" };
  return new Response(body === undefined ? null : isText ? body : JSON.stringify(body), {
    status,
    headers: { ...content, ...stampOf(context.get("marks")), ...headers },
  });
}
