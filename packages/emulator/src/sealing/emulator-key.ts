import type { Kysely } from "kysely";
import type { Engine } from "../database/engine.ts";
import type { Tables } from "../database/tables.ts";
import { EmulatorError } from "../emulator-error.ts";
import { givenKey, type KeySource } from "./key.ts";
import { SealError, sealMark, type Vault } from "./vault.ts";

/** The key that was given, or the database's own. */
export function keyOf(engine: Engine, given: string | undefined): KeySource {
  if (given !== undefined) return givenKey(given);
  if (engine.key !== undefined) return engine.key;
  const message = `The database ${engine.name} outlives this process, so the secrets in it need a key that does too. Make one with openssl rand -base64 32, keep it, and give it each time.`;
  throw new EmulatorError("bad-key", message);
}

/** Refuses a key that does not open what is in the database: found now, and not when a secret is needed. */
export async function checkKey(engine: Engine, db: Kysely<Tables>, vault: Vault): Promise<void> {
  const row = await db
    .selectFrom("secrets")
    .select(["service_principal_id", "key", "value"])
    .where("value", "like", `${sealMark}%`)
    .executeTakeFirst();
  if (typeof row?.value !== "string") return;
  try {
    vault.open(row.value, { servicePrincipalId: row.service_principal_id, key: row.key });
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    const message = `The secrets in ${engine.name} do not open: ${error.message} Give the key that they were sealed with, or delete them from the table secrets.`;
    throw new EmulatorError("bad-key", message, { cause: error });
  }
}
