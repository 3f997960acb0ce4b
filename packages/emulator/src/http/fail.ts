import type { Context } from "hono";
import { errorBody, type GraphFault } from "./graph-fault.ts";
import type { Marks } from "./stamp.ts";

/** What the first middleware leaves for all that come after it. */
export interface Variables {
  readonly Variables: { marks: Marks };
}

/** The answer of a request that is refused. */
export function fail(context: Context<Variables>, fault: GraphFault): Response {
  if (fault.status === 401) context.header("www-authenticate", 'Bearer realm=""');
  // https://www.rfc-editor.org/rfc/rfc9110#section-15.5.16
  if (fault.status === 415) context.header("accept-encoding", "identity");
  return context.json(errorBody(fault, context.get("marks")), fault.status);
}
