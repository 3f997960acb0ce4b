import type { SynchronizationSecretKeyStringValuePair } from "@graph-sync/core";
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import type { SecretPlace, Vault } from "../sealing/vault.ts";

/** What the service answers in place of a secret value. */
const mask = "*";

/**
 * The keys that are settings and no part of a credential. Of any other key, one that an app made up too, nobody here can
 * know that its value may be seen.
 */
const readable: ReadonlySet<string> = new Set([
  "ApplicationTemplateIdentifier",
  "AuthenticationType",
  "BaseAddress",
  "CompanyId",
  "Domain",
  "EnforceDomain",
  "HardDeletesEnabled",
  "InstanceName",
  "Oauth2AccessTokenCreationTime",
  "Oauth2AuthorizationUri",
  "Oauth2RedirectUri",
  "Oauth2TokenExchangeUri",
  "PerformInboundEntitlementGrants",
  "Sandbox",
  "SandboxName",
  "Server",
  "SingleSignOnType",
  "SkipOutOfScopeDeletions",
  "SyncAgentADContainer",
  "SyncAll",
  "SyncNotificationSettings",
  "SynchronizationSchedule",
  "SystemOfRecord",
  "TestReferences",
  "TokenExpiration",
  "UpdateKeyOnSoftDelete",
  "Url",
  "ValidateDomain",
]);

/** A value as the database keeps it: a known setting as it is, any other sealed, and null where only its mask is known. */
export function kept(vault: Vault, place: SecretPlace, value: string): string | null {
  if (value === mask) return null;
  return readable.has(place.key) ? value : vault.seal(value, place);
}

/** The credentials and settings of a service principal; what is not readable is masked, however it got there. */
export async function secretsOf(
  db: Kysely<Tables>,
  servicePrincipalId: string | undefined,
): Promise<readonly SynchronizationSecretKeyStringValuePair[]> {
  if (servicePrincipalId === undefined) return [];
  const rows = await db
    .selectFrom("secrets")
    .select(["key", "value"])
    .where("service_principal_id", "=", servicePrincipalId)
    .orderBy("ordinal")
    .execute();
  return rows.map(({ key, value }) => ({ key, value: (readable.has(key) ? value : null) ?? mask }));
}

/** The same as they were sent, for a call to the target; what is known by its mask only is left out. */
export async function credentialsOf(
  db: Kysely<Tables>,
  vault: Vault,
  servicePrincipalId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom("secrets")
    .select(["key", "value"])
    .where("service_principal_id", "=", servicePrincipalId)
    .execute();
  const known = rows.flatMap(({ key, value }) => (value === null ? [] : [{ key, value }]));
  return new Map(known.map(({ key, value }) => [key, vault.open(value, { servicePrincipalId, key })]));
}

/** Puts this set in place of all that a service principal had. */
export async function replaceSecretsOf(
  db: Kysely<Tables>,
  vault: Vault,
  servicePrincipalId: string,
  pairs: readonly { readonly key: string; readonly value: string }[],
): Promise<void> {
  await db.deleteFrom("secrets").where("service_principal_id", "=", servicePrincipalId).execute();
  for (const [ordinal, { key, value }] of pairs.entries()) {
    const row = {
      service_principal_id: servicePrincipalId,
      key,
      ordinal,
      value: kept(vault, { servicePrincipalId, key }, value),
    };
    await db.insertInto("secrets").values(row).execute();
  }
}
