import { join } from "node:path";
import { type AccessToken, isJsonObject, parseJson, type TokenSource } from "@graph-sync/core";
import type { TokenStore } from "@graph-sync/auth-device-code";
import { addressOf, type Profile } from "../profile/profile.ts";
import { configFolder, neededConfigFolder } from "../storage/config-folder.ts";
import { changePrivate, readPrivate } from "../storage/private-file.ts";
import type { DiscreetSurroundings } from "../output/discreet.ts";
import type { Surroundings } from "../surroundings.ts";

type Env = Surroundings["env"];
type Kept = Readonly<Record<string, unknown>>;

/** Tokens by what they are for, in a file of mode 0600 in the configuration folder. Who can read it acts as the person. */
async function keptTokens(env: Env): Promise<Kept> {
  const folder = configFolder(env);
  return folder === undefined ? {} : parse(await readPrivate(join(folder, "tokens.json")));
}

/** Forgets all tokens of a profile, and says how many there were. */
export async function forgetTokens(env: Env, profile: string): Promise<number> {
  const doomed = Object.keys(await keptTokens(env)).filter((key) => key.endsWith(` ${profile}`));
  if (doomed.length > 0) await put(env, Object.fromEntries(doomed.map((key) => [key, undefined])));
  return doomed.length;
}

/** The refresh tokens of one profile; none of them is ever written to the terminal. */
export function refreshTokens(profile: string, { env, hide }: DiscreetSurroundings): TokenStore {
  const key = (partition: string): string => `refresh ${partition} ${profile}`;
  return {
    async get(partition) {
      const kept = (await keptTokens(env))[key(partition)];
      if (typeof kept !== "string") return undefined;
      hide(kept);
      return kept;
    },
    set(partition, token) {
      hide(token);
      return put(env, { [key(partition)]: token });
    },
    delete: (partition) => put(env, { [key(partition)]: undefined }),
  };
}

/** So long before its end a kept token is not used any more. */
const marginMs = 5 * 60_000;

/**
 * A source whose access token is kept from run to run, once `login` has asked for that: a profile without a kept one gets none
 * by itself. A kept one is given once: who asks again was refused with it, or is asked for claims, and gets a new one.
 */
export function keeping(
  source: TokenSource,
  { name, profile, interactive }: { readonly name: string; readonly profile: Profile; readonly interactive: boolean },
  { env, now }: Surroundings,
): TokenSource {
  const entry = `access ${name}`;
  const of = purpose(profile);
  let asked = interactive;
  return {
    ...(source.partition === undefined ? {} : { partition: source.partition }),
    async getToken(request) {
      const before = (await keptTokens(env))[entry];
      const kept = asked || request.claims !== undefined ? undefined : accessIn(before, of);
      asked = true;
      if (kept !== undefined && kept.expiresAt - now() > marginMs) return kept;
      const { token, expiresAt } = await source.getToken(request);
      const keep = configFolder(env) !== undefined && (interactive || before !== undefined);
      if (keep) await put(env, { [entry]: { token, expiresAt, of } });
      return { token, expiresAt };
    },
  };
}

/** When the kept access token of a profile ends, in milliseconds since 1970; undefined where there is none. */
export async function keptUntil(env: Env, name: string, profile: Profile): Promise<number | undefined> {
  return accessIn((await keptTokens(env))[`access ${name}`], purpose(profile))?.expiresAt;
}

/**
 * Whose token it is, and for which service. A profile may be changed: the token of what it was before must not go to its new
 * address, nor act as its old app.
 */
function purpose(profile: Profile): string {
  const { cloud } = addressOf(profile);
  const { tenant, clientId, identity } = profile;
  return JSON.stringify([cloud.graphOrigin, cloud.authority, cloud.scope, tenant, clientId, identity]);
}

function accessIn(value: unknown, of: string): AccessToken | undefined {
  if (!isJsonObject(value) || value["of"] !== of) return undefined;
  const { token, expiresAt } = value;
  return typeof token === "string" && typeof expiresAt === "number" ? { token, expiresAt } : undefined;
}

async function put(env: Env, entries: Kept): Promise<void> {
  await changePrivate(join(neededConfigFolder(env), "tokens.json"), (text) => {
    return `${JSON.stringify({ ...parse(text), ...entries }, undefined, 2)}\n`;
  });
}

/** A file that holds anything else holds no token, and is written anew. */
function parse(text: string | undefined): Kept {
  const value = parseJson(text);
  return isJsonObject(value) ? value : {};
}
