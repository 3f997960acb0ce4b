import type { SynchronizationSecretKeyStringValuePair } from "@graph-sync/core";
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";

/** What the service answers in place of a secret value. */
const mask = "*";

const secretValued: ReadonlySet<string> = new Set([
  "ClientSecret",
  "ConnectionString",
  "ConsumerSecret",
  "Oauth2AccessToken",
  "Oauth2AuthorizationCode",
  "Oauth2ClientSecret",
  "Oauth2RefreshToken",
  "Password",
  "SecretToken",
  "TokenKey",
]);

/** What may be kept of a value: nothing where its key says that it is a secret, or where it is masked already. */
export function keepable(key: string, value: string): string | null {
  return secretValued.has(key) || value === mask ? null : value;
}

/** The credentials and settings of a service principal, secret values masked. */
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
  return rows.map(({ key, value }) => ({ key, value: value ?? mask }));
}
