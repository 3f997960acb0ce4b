import type { Open } from "./entity.ts";

/**
 * A credential or setting of an app's connector.
 *
 * Deprecated in beta since 2026-02-06, with removal announced for 2027-07-06: connectivity parameters take the place
 * of credentials, and a job's own settings that of settings. v1.0 says nothing of it.
 * https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationsecretkeystringvaluepair
 */
export interface SynchronizationSecretKeyStringValuePair {
  /** Two documented examples have it. */
  readonly "@odata.type"?: string;
  /** Which credential or setting it is. */
  readonly key?: SynchronizationSecret | null;
  /**
   * Always text, sometimes JSON in text. A secret reads as `"*"`; never write that back. Writing `""` removes the key.
   */
  readonly value?: string | null;
}

/**
 * What a secret is.
 *
 * - `BaseAddress`, `SecretToken`: the address of the target (of its SCIM endpoint) and the token for it.
 * - `SyncNotificationSettings`: JSON; whether and to whom a quarantine is mailed, and the limit for accidental
 *   deletions.
 * - `SyncAll`: `"true"` for all users and groups, else those assigned to the app.
 * - `SkipOutOfScopeDeletions`: `"True"` leaves accounts alone that go out of scope.
 * - `AuthenticationType`, `CompanyId`: `SyncPolicy` and the target tenant, for cross-tenant synchronization.
 *
 * Deprecated in beta, as the pair above.
 */
export type SynchronizationSecret = Open<
  | "None"
  | "UserName"
  | "Password"
  | "SecretToken"
  | "AppKey"
  | "BaseAddress"
  | "ClientIdentifier"
  | "ClientSecret"
  | "SingleSignOnType"
  | "Sandbox"
  | "Url"
  | "Domain"
  | "ConsumerKey"
  | "ConsumerSecret"
  | "TokenKey"
  | "TokenExpiration"
  | "Oauth2AccessToken"
  | "Oauth2AccessTokenCreationTime"
  | "Oauth2RefreshToken"
  | "SyncAll"
  | "InstanceName"
  | "Oauth2ClientId"
  | "Oauth2ClientSecret"
  | "CompanyId"
  | "UpdateKeyOnSoftDelete"
  | "SynchronizationSchedule"
  | "SystemOfRecord"
  | "SandboxName"
  | "EnforceDomain"
  | "SyncNotificationSettings"
  | "SkipOutOfScopeDeletions"
  | "Oauth2AuthorizationCode"
  | "Oauth2RedirectUri"
  | "ApplicationTemplateIdentifier"
  | "Oauth2TokenExchangeUri"
  | "Oauth2AuthorizationUri"
  | "AuthenticationType"
  | "Server"
  | "PerformInboundEntitlementGrants"
  | "HardDeletesEnabled"
  | "SyncAgentCompatibilityKey"
  | "SyncAgentADContainer"
  | "ValidateDomain"
  | "TestReferences"
  | "ConnectionString"
>;
