import { type Command, Option } from "commander";
import { printed } from "../../connection/service-address.ts";
import { addressOf, checkProfileName, type CloudName, cloudNames, type Profile } from "../../profile/profile.ts";
import { changeProfiles } from "../../profile/profile-store.ts";
import { type AnyVerb, verb } from "../../verb.ts";

/** What a profile is made of, besides how to get tokens. */
export interface ProfileFields {
  readonly tenant?: string;
  readonly clientId?: string;
  readonly cloud?: CloudName;
  readonly baseUrl?: string;
  readonly authority?: string;
}

export function addProfileFields(command: Command): void {
  command
    .option("--tenant <id>", "the directory: its id, or one of its domains")
    .option("--client-id <id>", "application (client) id of the app registration to sign in with")
    .addOption(new Option("--cloud <name>", "which Graph").choices([...cloudNames]).conflicts("baseUrl"))
    .option("--base-url <url>", "the service instead, alone or with /v1.0 or /beta: a gateway or a local server")
    .option("--authority <url>", "the token authority of --base-url, where it has one of its own");
}

const ofAddress: readonly string[] = ["cloud", "baseUrl", "authority"] satisfies readonly (keyof ProfileFields)[];
const ofProfile: readonly string[] = ["tenant", "clientId", ...ofAddress];

/** The members of a profile among a verb's options. */
export function fieldsOf(options: ProfileFields): ProfileFields {
  return Object.fromEntries(Object.entries(options).filter(([name]) => ofProfile.includes(name)));
}

/** A profile with some members anew: a new address takes the place of the whole old one. */
export function changed(old: Profile | undefined, fields: ProfileFields): Profile {
  const elsewhere = fields.cloud !== undefined || fields.baseUrl !== undefined;
  const kept = Object.entries(old ?? {}).filter(([name]) => !elsewhere || !ofAddress.includes(name));
  const made: Profile = { ...Object.fromEntries(kept), ...fields };
  // Refuses an address that cannot be one.
  addressOf(made);
  return made;
}

export const profileAdd: AnyVerb = verb<ProfileFields>({
  words: "profile add",
  args: "<name>",
  summary: "keep a tenant, a client id and a service under a name",
  details: "The first profile becomes the current one. A profile of that name is changed. It holds no secret.",
  example: "graph-sync profile add contoso --tenant contoso.onmicrosoft.com --client-id <application id>",
  options: addProfileFields,
  async run({ args: [word = ""], options, surroundings }) {
    const name = checkProfileName(word);
    const fields = fieldsOf(options);
    let profile = changed(undefined, fields);
    await changeProfiles(surroundings.env, ({ current, profiles }) => {
      profile = changed(profiles[name], fields);
      return { current: current ?? name, profiles: { ...profiles, [name]: profile } };
    });
    surroundings.stdout.write(`Profile ${name} is kept: ${printed(addressOf(profile))}.\n`);
  },
});
