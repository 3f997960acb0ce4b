import type { SynchronizationSecretKeyStringValuePair } from "@graph-sync/core";
import type { Kysely } from "kysely";
import { onceARow } from "../database/once-a-row.ts";
import { prepared } from "../database/prepared.ts";
import type { SecretRow, Tables } from "../database/tables.ts";
import type { Vault } from "../sealing/vault.ts";
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

/** The credentials and settings of a service principal; what is not readable is masked, however it got there. */
export async function secretsOf(
  db: Kysely<Tables>,
  servicePrincipalId: string | undefined,
): Promise<readonly SynchronizationSecretKeyStringValuePair[]> {
  if (servicePrincipalId === undefined) return [];
  return (await rowsOf(db, { servicePrincipalId })).map(masked);
}

const rowsOf = prepared((db, parameter: (name: "servicePrincipalId") => string) =>
  db
    .selectFrom("secrets")
    .select(["key", "value"])
    .where("service_principal_id", "=", parameter("servicePrincipalId"))
    .orderBy("ordinal"),
);

const masked = onceARow(({ key, value }: Pick<SecretRow, "key" | "value">) => ({
  key,
  value: (readable.has(key) ? value : null) ?? mask,
}));

/** Sets these keys and leaves all others as they are. */
export async function setSecretsOf(
  db: Kysely<Tables>,
  vault: Vault,
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
    await db
      .insertInto("secrets")
      .values(sealedRow(vault, servicePrincipalId, ordinal, key, value))
      .execute();
  }
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
    await db
      .insertInto("secrets")
      .values(sealedRow(vault, servicePrincipalId, ordinal, key, value))
      .execute();
  }
}

/** The saved credentials with their values, for the emulator's own use and no answer. */
export async function savedCredentials(
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

/** A row as the database keeps it: a known setting as it is, any other value sealed, none where only the mask is known. */
export function sealedRow(
  vault: Vault,
  servicePrincipalId: string,
  ordinal: number,
  key: string,
  value: string,
): SecretRow {
  const row = { service_principal_id: servicePrincipalId, key, ordinal };
  if (value === mask) return { ...row, value: null };
  return { ...row, value: readable.has(key) ? value : vault.seal(value, { servicePrincipalId, key }) };
}
