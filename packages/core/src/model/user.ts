import type { DirectoryObject } from "./directory-object.ts";

/**
 * A user: the small part that finding one to provision needs.
 * https://learn.microsoft.com/graph/api/resources/user
 */
export interface User extends DirectoryObject {
  /** False: the account is disabled, and provisioning does not create it. */
  readonly accountEnabled?: boolean | null;
  /** What people call the person. */
  readonly displayName?: string | null;
  /** The person's SMTP address; null without a mailbox. */
  readonly mail?: string | null;
  /** The name to sign in with. */
  readonly userPrincipalName?: string | null;
}
