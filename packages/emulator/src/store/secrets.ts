import type { SynchronizationSecretKeyStringValuePair } from "@graph-sync/core";
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import { after } from "./after.ts";

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

/** What may be kept of a value: nothing where its key is not known for a setting, or where it is masked already. */
export function keepable(key: string, value: string): string | null {
  return readable.has(key) && value !== mask ? value : null;
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

/** Sets these keys and leaves all others as they are. */
export async function setSecretsOf(
  db: Kysely<Tables>,
  servicePrincipalId: string,
  pairs: readonly { readonly key: string; readonly value: string }[],
): Promise<void> {
  const all = () => db.selectFrom("secrets").where("service_principal_id", "=", servicePrincipalId);
  for (const { key, value } of pairs) {
    const { last } = await all()
      .select(({ fn }) => fn.max("ordinal").as("last"))
      .executeTakeFirstOrThrow();
    const before = await all().select("ordinal").where("key", "=", key).executeTakeFirst();
    await db
      .deleteFrom("secrets")
      .where("service_principal_id", "=", servicePrincipalId)
      .where("key", "=", key)
      .execute();
    const ordinal = before?.ordinal ?? after(last);
    const row = { service_principal_id: servicePrincipalId, key, ordinal, value: keepable(key, value) };
    await db.insertInto("secrets").values(row).execute();
  }
}

/** Puts this set in place of all that a service principal had. */
export async function replaceSecretsOf(
  db: Kysely<Tables>,
  servicePrincipalId: string,
  pairs: readonly { readonly key: string; readonly value: string }[],
): Promise<void> {
  await db.deleteFrom("secrets").where("service_principal_id", "=", servicePrincipalId).execute();
  for (const [ordinal, { key, value }] of pairs.entries()) {
    const row = { service_principal_id: servicePrincipalId, key, ordinal, value: keepable(key, value) };
    await db.insertInto("secrets").values(row).execute();
  }
}

/** The saved credentials with their values, for the emulator's own use and no answer. */
export async function savedCredentials(
  db: Kysely<Tables>,
  servicePrincipalId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom("secrets")
    .select(["key", "value"])
    .where("service_principal_id", "=", servicePrincipalId)
    .execute();
  return new Map(rows.flatMap(({ key, value }) => (value === null ? [] : [[key, value] as const])));
}
