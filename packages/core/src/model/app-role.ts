/**
 * A role of an app that users and groups can be assigned.
 * https://learn.microsoft.com/graph/api/resources/approle
 */
export interface AppRole {
  /** `User` (which also allows groups), `Application`, or both. */
  readonly allowedMemberTypes?: readonly string[] | null;
  /** What the role is for, shown to who assigns it. */
  readonly description?: string | null;
  /** What is shown where the role is assigned. */
  readonly displayName?: string | null;
  /** A GUID, unique in the app. */
  readonly id?: string | null;
  /** False: nobody can be assigned to it. */
  readonly isEnabled?: boolean | null;
  /** Whether the role is defined by the application or by the service principal. */
  readonly origin?: string | null;
  /** What a token says in its `roles`; null for the default role. */
  readonly value?: string | null;
}
