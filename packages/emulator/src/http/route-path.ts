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
export function placesOf(operation: Pick<OperationInfo, "path" | "roots" | "versions">): readonly Place[] {
  const below = operation.path.includes("{root}") ? (operation.roots ?? roots) : [undefined];
  return (operation.versions ?? versions).flatMap((version) => below.map((root) => ({ root, version })));
}

/**
 * The router's pattern: `/v1.0/servicePrincipals/:id/synchronization/jobs/:jobId`. The router knows whole segments only,
 * so a parameter inside of one, as in `/servicePrincipals(appId='{appId}')`, stands for its segment: see {@link keysOf}.
 */
export function routePath(address: string, place: Place): string {
  const path = address
    .replace("{root}", place.root ?? "")
    .replaceAll(parameter, (_, before: string, name: string, after: string) =>
      before === "" && after === "" ? `:${name}` : `:${name}{${exactly(before)}[^/]+${exactly(after)}}`,
    );
  return `/${place.version}${path}`;
}

/** A parameter out of what the router found for it: between quotes inside a segment, where a quote is doubled, or all. */
export function keysOf(address: string): (name: string, found: string) => string {
  const inside = new Map<string, readonly [before: string, after: string]>();
  for (const [, before = "", name = "", after = ""] of address.matchAll(parameter)) {
    if (before !== "" || after !== "") inside.set(name, [before, after]);
  }
  return (name, found) => {
    const around = inside.get(name);
    if (around === undefined) return found;
    const [before, after] = around;
    return found.slice(before.length, found.length - after.length).replaceAll("''", "'");
  };
}

/** A segment with a parameter, what stands before it and what after it. */
const parameter = /(?<before>[^/{}]*)\{(?<name>\w+)\}(?<after>[^/{}]*)/gu;

/** Escaped by code, because the router takes any `(` in a pattern for a group. */
function exactly(text: string): string {
  return text.replaceAll(/\W/gu, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, "0")}`);
}
