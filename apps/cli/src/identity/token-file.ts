import { join } from "node:path";
import { type AccessToken, isJsonObject, type TokenSource } from "@graph-sync/core";
import type { TokenStore } from "@graph-sync/auth-device-code";
import { configFolder, neededConfigFolder } from "../storage/config-folder.ts";
import { changePrivate, readPrivate } from "../storage/private-file.ts";
import type { Surroundings } from "../surroundings.ts";

type Env = Surroundings["env"];
type Kept = Readonly<Record<string, unknown>>;

/** Tokens by what they are for, in a file of mode 0600 in the configuration folder. Who can read it acts as the person. */
export async function keptTokens(env: Env): Promise<Kept> {
  const folder = configFolder(env);
  return folder === undefined ? {} : parse(await readPrivate(join(folder, "tokens.json")));
}

/** Forgets all tokens of a profile, and says how many there were. */
export async function forgetTokens(env: Env, profile: string): Promise<number> {
  const doomed = Object.keys(await keptTokens(env)).filter((key) => key.endsWith(` ${profile}`));
  if (doomed.length > 0) await put(env, Object.fromEntries(doomed.map((key) => [key, undefined])));
  return doomed.length;
}

/** The refresh tokens of one profile. */
export function refreshTokens(env: Env, profile: string): TokenStore {
  const key = (partition: string): string => `refresh ${partition} ${profile}`;
  return {
    async get(partition) {
      const kept = (await keptTokens(env))[key(partition)];
      return typeof kept === "string" ? kept : undefined;
    },
    set: (partition, token) => put(env, { [key(partition)]: token }),
    delete: (partition) => put(env, { [key(partition)]: undefined }),
  };
}

/** So long before its end a kept token is not used any more. */
const marginMs = 5 * 60_000;

/**
 * A source whose access token is kept from run to run. A kept one is given once: who asks again was refused with it, or is
 * asked for claims, and gets a new one.
 */
export function keeping(
  source: TokenSource,
  { name, interactive }: { readonly name: string; readonly interactive: boolean },
  { env, now }: Surroundings,
): TokenSource {
  const entry = `access ${name}`;
  let asked = interactive;
  return {
    ...(source.partition === undefined ? {} : { partition: source.partition }),
    async getToken(request) {
      const kept = asked || request.claims !== undefined ? undefined : accessIn((await keptTokens(env))[entry]);
      asked = true;
      if (kept !== undefined && kept.expiresAt - now() > marginMs) return kept;
      const { token, expiresAt } = await source.getToken(request);
      if (configFolder(env) !== undefined) await put(env, { [entry]: { token, expiresAt } });
      return { token, expiresAt };
    },
  };
}

/** When the kept access token of a profile ends, in milliseconds since 1970; undefined where there is none. */
export async function keptUntil(env: Env, profile: string): Promise<number | undefined> {
  return accessIn((await keptTokens(env))[`access ${profile}`])?.expiresAt;
}

function accessIn(value: unknown): AccessToken | undefined {
  if (!isJsonObject(value)) return undefined;
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
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}
