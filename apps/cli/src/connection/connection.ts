import { bearer, bearerFrom, isInvalidRequestError, type Plugin, type TokenSource } from "@graph-sync/core";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { inWords } from "../identity/identity.ts";
import type { DiscreetSurroundings } from "../output/discreet.ts";
import { addressOf, type Profile } from "../profile/profile.ts";
import { profileNamed, readProfiles } from "../profile/profile-store.ts";
import { type AccessToken, accessToken, defaultTokenEnv } from "./access-token.ts";
import type { ConnectionOptions } from "./connection-options.ts";
import { openTransport } from "./open-client.ts";
import { type ServiceAddress, serviceAddress } from "./service-address.ts";
import { claimsOf, type TokenClaims } from "./token-claims.ts";

/** Where a verb's requests go, and as whom. */
export interface Connection {
  readonly address: ServiceAddress;
  readonly auth: Plugin;
  /** Where the token comes from, in words. */
  readonly tokenFrom: string;
  /** The name of the profile that was taken. */
  readonly profile: string | undefined;
  /** What the latest token says of itself; undefined before there is one, or where it says nothing. */
  readonly claims: () => TokenClaims | undefined;
}

/** A profile with its name. */
export interface NamedProfile {
  readonly name: string;
  readonly profile: Profile;
}

/**
 * The profile that a command is meant for: the named one, or the current one. None where `--base-url` says where to go: a
 * token of the profile must never be sent elsewhere.
 */
export async function chosenProfile(
  options: Pick<ConnectionOptions, "baseUrl" | "profile">,
  env: DiscreetSurroundings["env"],
): Promise<NamedProfile | undefined> {
  if (options.baseUrl !== undefined) return undefined;
  const all = await readProfiles(env);
  const name = options.profile ?? (env["GRAPH_SYNC_PROFILE"] || all.current);
  return name === undefined ? undefined : { name, profile: profileNamed(all, name) };
}

/** @throws Refusal where there is no token, and nobody who could give one */
export async function connection(options: ConnectionOptions, surroundings: DiscreetSurroundings): Promise<Connection> {
  const chosen = await chosenProfile(options, surroundings.env);
  const address = chosen === undefined ? serviceAddress(options.baseUrl) : addressOf(chosen.profile);
  const { identity } = chosen?.profile ?? {};
  const profile = chosen?.name;
  if (chosen === undefined || identity === undefined || givesToken(options, surroundings.env)) {
    const given = await accessToken(options, surroundings);
    surroundings.hide(given.token);
    return { address, auth: fixed(given), tokenFrom: given.from, profile, claims: () => claimsOf(given.token) };
  }
  const transport = await openTransport(options.transport, surroundings.fetch);
  const { tokenSource } = await import("../identity/token-source.ts");
  const source = await tokenSource({ ...chosen, identity, address, transport, interactive: false }, surroundings);
  const tokenFrom = `the profile ${chosen.name} (${inWords(identity)})`;
  let claims: TokenClaims | undefined;
  const hide = (token: string): void => {
    claims = claimsOf(token);
    surroundings.hide(token);
  };
  const auth = closing(bearerFrom(hiding(source, { hide })), transport);
  return { address, auth, tokenFrom, profile, claims: () => claims };
}

/** Whether the command line or the environment has a token, which then is the one that is meant; a named profile is stronger. */
function givesToken(options: ConnectionOptions, env: DiscreetSurroundings["env"]): boolean {
  if (options.tokenStdin === true || options.tokenEnv !== defaultTokenEnv) return true;
  return options.profile === undefined && (env[defaultTokenEnv] ?? "").trim() !== "";
}

function fixed({ token, from }: AccessToken): Plugin {
  try {
    return bearer(token);
  } catch (error) {
    if (!isInvalidRequestError(error)) throw error;
    throw new Refusal(exitCodes.notSignedIn, error.message, `It was taken from ${from}: put the token alone there.`, {
      cause: error,
    });
  }
}

/** The connections to the authority end with the client. */
function closing(auth: Plugin, transport: { close?(): Promise<void> }): Plugin {
  return { ...auth, close: async () => transport.close?.() };
}

/** A source whose tokens are written nowhere. */
export function hiding(source: TokenSource, { hide }: Pick<DiscreetSurroundings, "hide">): TokenSource {
  return {
    ...(source.partition === undefined ? {} : { partition: source.partition }),
    async getToken(request) {
      const given = await source.getToken(request);
      hide(given.token);
      return given;
    },
  };
}
