import { errorBody, type GraphFault } from "./graph-fault.ts";
import { respond } from "./respond.ts";
import type { Marked } from "./stamp.ts";

/** The answer of a request that is refused. */
export function fail(context: { readonly env: Marked["Bindings"] }, fault: GraphFault): Response {
  const challenge = fault.status === 401 ? { "www-authenticate": 'Bearer realm=""' } : undefined;
  // https://www.rfc-editor.org/rfc/rfc9110#section-15.5.16
  const taken = fault.status === 415 ? { "accept-encoding": "identity" } : undefined;
  const headers = { ...challenge, ...taken, ...fault.headers };
  return respond(context, fault.status, errorBody(fault, context.env.marks), headers);
}
