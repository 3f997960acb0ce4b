import { type SynchronizationSecretKeyStringValuePair, toArray } from "@graph-sync/core";
import type { Session } from "../connection/session.ts";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { plain } from "../output/plain.ts";
import type { ResolvedApp } from "../target/resolve-app.ts";

/** What the service shows in place of a value. */
const mask = "*";

/** One key of an app, as the service answers it. */
export interface ReadSecret extends SynchronizationSecretKeyStringValuePair {
  readonly key: string;
}

/** The credentials and settings of an app, in the service's order; what is secret is masked. */
export async function readSecrets(session: Session, app: ResolvedApp): Promise<readonly ReadSecret[]> {
  const { secrets } = session.client.servicePrincipals(app.id).synchronization;
  const pairs = await toArray(secrets.list(session.call));
  return pairs.flatMap((pair) => (typeof pair.key === "string" ? [{ ...pair, key: pair.key }] : []));
}

/** Whether a value must not be shown: it is masked, or its key says that it is a secret that the service forgot to mask. */
export function isHidden({ key, value }: ReadSecret): boolean {
  return value === mask || /password|secret|certificate|connectionstring|(key|token|code)$/i.test(key);
}

/** The set that the service keeps is replaced as a whole, so this is the whole of it. */
export interface NextSecrets {
  readonly current: readonly ReadSecret[];
  /** By key; undefined removes the key. */
  readonly changes: ReadonlyMap<string, string | undefined>;
}

/**
 * The whole next set: what was read, with the changes. Nobody can read a masked value back, so each must be given.
 * @throws Refusal that lists the keys whose values are missing
 */
export function nextSecrets({ current, changes }: NextSecrets): readonly ReadSecret[] {
  const kept = current.filter(({ key }) => !changes.has(key));
  const missing = kept.filter(({ value }) => value === mask || typeof value !== "string").map(({ key }) => key);
  if (missing.length > 0) {
    throw new Refusal(
      exitCodes.usage,
      `Nothing was sent. The service replaces the whole set and shows no secret, so these values are needed again: ${missing.map(plain).join(", ")}.`,
      `Give each: ${missing.map((key) => `--secret ${plain(key)}=env:NAME`).join(" ")} (or file:F, or - for stdin).`,
    );
  }
  const known = new Set(current.map(({ key }) => key));
  const changed = current.flatMap((pair) => (changes.has(pair.key) ? next(pair, changes.get(pair.key)) : [pair]));
  const added = [...changes].flatMap(([key, value]) => (known.has(key) || value === undefined ? [] : [{ key, value }]));
  return [...changed, ...added];
}

/** Public clients remove a key by an empty value; of one that holds JSON the service refuses that, so it is left out. */
function next(pair: ReadSecret, value: string | undefined): readonly ReadSecret[] {
  if (value !== undefined) return [{ ...pair, value }];
  return pair.value?.startsWith("{") === true ? [] : [{ ...pair, value: "" }];
}
