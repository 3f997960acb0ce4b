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
  readonly appRoles?: readonly AppRole[] | null;
  readonly displayName?: string | null;
  readonly tags?: readonly string[] | null;
}
