import type { GraphRequest } from "@graph-sync/core";

/** What `cache().invalidate` drops: answers of these operations, of this app, or of these operations of this app. */
export interface Invalidation {
  /** Such as `["jobs.schema.get"]`; all of them unless told. */
  readonly operations?: readonly string[];
  /** The object id of the app's service principal; all apps unless told. */
  readonly servicePrincipalId?: string;
  /** The object id of the app's application; all apps unless told. */
  readonly applicationId?: string;
}

type Place = Pick<GraphRequest, "params"> & Pick<GraphRequest, "operation">;

/**
 * Names under which a kept answer is dropped. A write bumps names, an answer is good while none of its names was bumped
 * after it was asked for: so a write needs to know nothing of what is kept.
 */
export function tagsOfRead({ operation: { id }, params }: Place, identity: string): readonly string[] {
  const root = rootOf(params);
  return root === undefined ? [identity, id] : [identity, root.name, within(id, root.kind), within(id, root.name)];
}

/**
 * The names that a write bumps: by the contract's `invalidates`, for its own app. An application and its service
 * principal are two views of one thing, and neither's address says which the other is: so a write below the one drops the
 * same operations below all of the other. A write of which the contract says nothing drops all that its identity has.
 */
export function tagsOfWrite({ operation: { invalidates }, params }: Place, identity: string): readonly string[] {
  if (invalidates === undefined) return [identity];
  const root = rootOf(params);
  return invalidates.flatMap((id) => {
    if (root === undefined) return everywhere(id);
    return [id, within(id, root.name), within(id, root.kind === "applications" ? "servicePrincipals" : "applications")];
  });
}

export function tagsOf({ operations, servicePrincipalId, applicationId }: Invalidation): readonly string[] {
  const roots = [rootOf({ servicePrincipalId }), rootOf({ applicationId })].flatMap((root) => root?.name ?? []);
  if (operations === undefined) return roots;
  return operations.flatMap((id) => (roots.length === 0 ? everywhere(id) : roots.map((name) => within(id, name))));
}

interface RootPlace {
  readonly kind: "servicePrincipals" | "applications";
  /** Ids of the directory are GUIDs, so a name with one is nobody else's. */
  readonly name: string;
}

function rootOf(params: Readonly<Record<string, string | undefined>>): RootPlace | undefined {
  const { servicePrincipalId, applicationId } = params;
  // GUIDs are compared without regard to case.
  if (servicePrincipalId !== undefined)
    return { kind: "servicePrincipals", name: `servicePrincipals/${servicePrincipalId.toLowerCase()}` };
  if (applicationId !== undefined) return { kind: "applications", name: `applications/${applicationId.toLowerCase()}` };
  return undefined;
}

const everywhere = (id: string): readonly string[] => [id, within(id, "servicePrincipals"), within(id, "applications")];

const within = (id: string, place: string): string => `${id} ${place}`;
