import { printed } from "../../connection/service-address.ts";
import { inWords } from "../../identity/identity.ts";
import { type Members, ours } from "../../output/fields.ts";
import { addJsonOption, columns, type JsonOptions, show } from "../../output/records.ts";
import { plain } from "../../output/plain.ts";
import { addressOf } from "../../profile/profile.ts";
import { readProfiles } from "../../profile/profile-store.ts";
import { type AnyVerb, verb } from "../../verb.ts";

/** What a profile is to a program. */
export const profileFields: Members = ours(["name", "current", "tenant", "clientId", "cloud", "baseUrl", "authority"], {
  identity: "any",
});

export const profileList: AnyVerb = verb<JsonOptions>({
  words: "profile list",
  summary: "list the profiles",
  details: "The current one has a star.",
  example: "graph-sync profile list",
  options: (command) => addJsonOption(command, profileFields),
  async run({ options, surroundings }) {
    const { current, profiles } = await readProfiles(surroundings.env);
    const value = Object.entries(profiles).map(([name, profile]) => ({ name, current: name === current, ...profile }));
    const rows = value.map((profile) => [
      profile.current ? "*" : "",
      plain(profile.name),
      plain(profile.tenant),
      plain(profile.clientId),
      printed(addressOf(profile)),
      profile.identity === undefined ? "" : plain(inWords(profile.identity)),
    ]);
    const text = (): Promise<string> => columns(["", "NAME", "TENANT", "CLIENT ID", "SERVICE", "SIGNED IN AS"], rows);
    await show({ value, text }, options, surroundings.stdout);
  },
});
