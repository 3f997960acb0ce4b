import { join } from "node:path";
import { isJsonObject, parseJson } from "@graph-sync/core";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { isIdentity } from "../identity/identity.ts";
import { configFolder, neededConfigFolder } from "../storage/config-folder.ts";
import { changePrivate, readPrivate } from "../storage/private-file.ts";
import type { Surroundings } from "../surroundings.ts";
import { cloudNames, type Profile } from "./profile.ts";

/** All profiles, and the one that is meant where none is named. */
export interface Profiles {
  readonly current: string | undefined;
  readonly profiles: Readonly<Record<string, Profile>>;
}

const none: Profiles = { current: undefined, profiles: {} };

/** The profiles as kept; none where there is no folder to keep them in. */
export async function readProfiles(env: Surroundings["env"]): Promise<Profiles> {
  const folder = configFolder(env);
  if (folder === undefined) return none;
  const path = join(folder, "profiles.json");
  return parse(await readPrivate(path), path);
}

/** Changes the profiles, while no other run does. */
export async function changeProfiles(
  env: Surroundings["env"],
  change: (profiles: Profiles) => Profiles,
): Promise<void> {
  const path = join(neededConfigFolder(env), "profiles.json");
  await changePrivate(path, (text) => `${JSON.stringify(change(parse(text, path)), undefined, 2)}\n`);
}

/** @throws Refusal where there is no profile of that name */
export function profileNamed({ profiles }: Profiles, name: string): Profile {
  const found = Object.hasOwn(profiles, name) ? profiles[name] : undefined;
  if (found !== undefined) return found;
  throw new Refusal(
    exitCodes.notFound,
    `There is no profile ${name}.`,
    Object.keys(profiles).length === 0
      ? "graph-sync profile add makes one."
      : `There are: ${Object.keys(profiles).join(", ")}.`,
  );
}

function parse(text: string | undefined, path: string): Profiles {
  if (text === undefined) return none;
  const value = parseJson(text);
  if (isJsonObject(value) && isJsonObject(value["profiles"])) {
    const { current, profiles } = value;
    const entries = Object.entries(profiles).filter((entry): entry is [string, Profile] => isProfile(entry[1]));
    if (entries.length === Object.keys(profiles).length) {
      return { current: typeof current === "string" ? current : undefined, profiles: Object.fromEntries(entries) };
    }
  }
  throw new Refusal(exitCodes.failed, `${path} is not what graph-sync wrote.`, "Mend it, or delete it and begin anew.");
}

function isProfile(value: unknown): value is Profile {
  if (!isJsonObject(value)) return false;
  const { tenant, clientId, cloud, baseUrl, authority, identity } = value;
  return (
    [tenant, clientId, baseUrl, authority].every((each) => each === undefined || typeof each === "string") &&
    (cloud === undefined || cloudNames.some((name) => name === cloud)) &&
    (identity === undefined || isIdentity(identity))
  );
}
