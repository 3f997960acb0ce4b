import type { AppRole } from "./app-role.ts";
import type { DirectoryObject } from "./directory-object.ts";

/**
 * An app in a tenant (the portal's "enterprise application"): the small part of it that finding one needs.
 *
 * `id` is the object id, which the synchronization API takes. It is neither the `appId` nor the `id` of the
 * application.
 * https://learn.microsoft.com/graph/api/resources/serviceprincipal
 */
export interface ServicePrincipal extends DirectoryObject {
  /** False: no one can sign in to the app. */
  readonly accountEnabled?: boolean | null;
  /** The client id; the same on the application. */
  readonly appId?: string | null;
  /** The gallery app that it was made from; null where it was not. */
  readonly applicationTemplateId?: string | null;
  /** What users and groups are assigned with, to be in scope. */
  readonly appRoles?: readonly AppRole[] | null;
  /** What the portal shows; several apps may share it. */
  readonly displayName?: string | null;
  /** `Application`, `ManagedIdentity`, `Legacy`, `SocialIdp`; only the first is provisioned to. */
  readonly servicePrincipalType?: string | null;
  /** Marks that others filter by; the portal lists those with `WindowsAzureActiveDirectoryIntegratedApp`. */
  readonly tags?: readonly string[] | null;
}
