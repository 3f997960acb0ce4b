import { resourceNotFound } from "../http/graph-fault.ts";
import type { Owner } from "../store/owner.ts";

/** The service principal that a path names, itself or by its application; 404 where there is none. */
export async function servicePrincipalIdOf(call: { readonly owner: () => Promise<Owner> }): Promise<string> {
  const { servicePrincipalId, synchronizationId } = await call.owner();
  if (servicePrincipalId === undefined) throw resourceNotFound(synchronizationId);
  return servicePrincipalId;
}
