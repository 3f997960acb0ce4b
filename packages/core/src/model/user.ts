import type { DirectoryObject } from "./directory-object.ts";

/**
 * A user: the small part that finding one to provision needs.
 * https://learn.microsoft.com/graph/api/resources/user
 */
export interface User extends DirectoryObject {
  /** False: the account is disabled, and provisioning does not create it. */
  readonly accountEnabled?: boolean | null;
  readonly displayName?: string | null;
  readonly mail?: string | null;
  /** The name to sign in with. */
  readonly userPrincipalName?: string | null;
}
