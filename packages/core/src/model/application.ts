import type { AppRole } from "./app-role.ts";
import type { DirectoryObject } from "./directory-object.ts";

/**
 * The registration of an app: the small part of it that finding one needs.
 *
 * `id` is the object id, which the synchronization API takes. It is neither the `appId` nor the `id` of the service
 * principal.
 * https://learn.microsoft.com/graph/api/resources/application
 */
export interface Application extends DirectoryObject {
  /** The client id; the same on the service principal. */
  readonly appId?: string | null;
  /** The roles that people and groups can be assigned to; provisioning can map them. */
  readonly appRoles?: readonly AppRole[] | null;
  /** What the portal shows; several apps may share it. */
  readonly displayName?: string | null;
  /** Marks that others filter by; the service principal gets them too. */
  readonly tags?: readonly string[] | null;
}
