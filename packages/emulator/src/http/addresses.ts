import type { Method, OperationInfo } from "@graph-sync/core";

/** A method and a path, parameters in braces. */
export interface Address {
  readonly method: Method;
  readonly path: string;
}

/**
 * Every way to call an operation: the one of its row, and those by which clients and pages also call it.
 * - OData functions have `()`, which Microsoft's SDKs print and its pages leave out.
 * - A key may be in parentheses: https://learn.microsoft.com/entra/identity/app-provisioning/manage-object-connections
 * - The page of the template update prints PATCH and sends PUT:
 *   https://learn.microsoft.com/graph/api/synchronization-synchronizationtemplate-update
 */
export function addressesOf({ id, method, path }: OperationInfo): readonly Address[] {
  const row = { method, path };
  if (/schema\/(?:functions|filterOperators)$/u.test(path)) return [row, { method, path: `${path}()` }];
  if (path.endsWith("/objectConnections/{objectId}")) {
    return [row, { method, path: path.replace("/{objectId}", "('{objectId}')") }];
  }
  return id === "templates.update" ? [row, { method: "PUT", path }] : [row];
}
