import type { SynchronizationSecretKeyStringValuePair } from "@graph-sync/core";
import type { Kysely } from "kysely";
import { insertAll } from "../database/insert-all.ts";
import { onceARow } from "../database/once-a-row.ts";
import { prepared } from "../database/prepared.ts";
import type { SecretRow, Tables } from "../database/tables.ts";
import type { Vault } from "../sealing/vault.ts";
import { after } from "./after.ts";

/** What the service answers in place of a secret value. */
const mask = "*";

/**
 * The keys that are settings, or names of who signs in, which are no secret. Of any other key, one that an app made up too,
 * nobody here can know that its value may be seen.
 */
const readable: ReadonlySet<string> = new Set([
  "ApplicationTemplateIdentifier",
  "AuthenticationType",
  "BaseAddress",
  "ClientIdentifier",
  "CompanyId",
  "Domain",
  "EnforceDomain",
  "HardDeletesEnabled",
  "InstanceName",
  "Oauth2AccessTokenCreationTime",
  "Oauth2AuthorizationUri",
  "Oauth2ClientId",
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
  "UserName",
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
  if (pairs.length === 0) return;
  const before = await db
    .selectFrom("secrets")
    .select(["key", "ordinal"])
    .where("service_principal_id", "=", servicePrincipalId)
    .orderBy("ordinal")
    .execute();
  const ordinals = new Map(before.map(({ key, ordinal }) => [key, ordinal]));
  let next = after(before.at(-1)?.ordinal);
  const rows = pairs.map(({ key, value }) =>
    sealedRow(vault, servicePrincipalId, ordinals.get(key) ?? next++, key, value),
  );
  const keys = pairs.map(({ key }) => key);
  await db
    .deleteFrom("secrets")
    .where("service_principal_id", "=", servicePrincipalId)
    .where("key", "in", keys)
    .execute();
  await insertAll(db, "secrets", rows);
}

/** Puts this set in place of all that a service principal had. */
export async function replaceSecretsOf(
  db: Kysely<Tables>,
  vault: Vault,
  servicePrincipalId: string,
  pairs: readonly { readonly key: string; readonly value: string }[],
): Promise<void> {
  await db.deleteFrom("secrets").where("service_principal_id", "=", servicePrincipalId).execute();
  const rows = pairs.map(({ key, value }, ordinal) => sealedRow(vault, servicePrincipalId, ordinal, key, value));
  await insertAll(db, "secrets", rows);
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
