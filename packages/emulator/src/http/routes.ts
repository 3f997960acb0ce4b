import type { OperationInfo } from "@graph-sync/core";
import * as operations from "@graph-sync/core/operations";
import { directoryOperations } from "../directory/operations.ts";
import { type Entry, type Handlers, notBuilt } from "../handlers/handler.ts";
import { addressesOf } from "./addresses.ts";

/** An address, and what answers there. */
export interface Route {
  readonly operation: Pick<OperationInfo, "id" | "path" | "status" | "contentType" | "keep" | "roots" | "versions">;
  readonly method: OperationInfo["method"];
  /** Below the version, parameters in braces. */
  readonly path: string;
  readonly entry: Entry | typeof notBuilt;
}

/** Every route, in the order in which the router must look: a user's id may be any text, and so `$count` comes before it. */
export function routesOf(handlers: Handlers): readonly Route[] {
  const all: readonly Route[] = [
    ...directoryOperations.map(({ entry, ...operation }) => ({ ...operation, operation, entry })),
    ...Object.values(operations).flatMap((operation) =>
      addressesOf(operation).map((address): Route => ({ ...address, operation, entry: handlers[operation.id] })),
    ),
  ];
  return [...all.flatMap(countOf), ...all];
}

/** How long a list is: https://docs.oasis-open.org/odata/odata/v4.01/odata-v4.01-part2-url-conventions.html#sec_AddressingtheCountofaCollection */
function countOf({ operation, method, path, entry }: Route): readonly Route[] {
  if (entry === notBuilt || entry.kind !== "collection" || entry.type?.lacks?.includes("$count") === true) return [];
  const { id, roots, versions } = operation;
  const counted = { id: `${id}.count`, path, status: 200, ...(roots && { roots }), ...(versions && { versions }) };
  return [{ operation: counted, method, path: `${path}/$count`, entry: { ...entry, kind: "count" } }];
}
