import type { OperationInfo, Root, Version } from "@graph-sync/core";

/** One address of an operation: a root and a version of the API. */
export interface Place {
  /** Undefined where the operation stands below neither root. */
  readonly root: Root | undefined;
  readonly version: Version;
}

const roots: readonly Root[] = ["servicePrincipals", "applications"];
const versions: readonly Version[] = ["v1.0", "beta"];

/** Every place an operation has; a row names its roots or versions only where it lacks one. */
export function placesOf(operation: OperationInfo): readonly Place[] {
  const below = operation.path.includes("{root}") ? (operation.roots ?? roots) : [undefined];
  return (operation.versions ?? versions).flatMap((version) => below.map((root) => ({ root, version })));
}

/** The router's pattern: `/v1.0/servicePrincipals/:id/synchronization/jobs/:jobId`. */
export function routePath(operation: OperationInfo, place: Place): string {
  const path = operation.path.replace("{root}", place.root ?? "").replaceAll(/\{(\w+)\}/gu, ":$1");
  return `/${place.version}${path}`;
}
