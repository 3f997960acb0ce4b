import { printed } from "../../connection/service-address.ts";
import { inWords } from "../../identity/identity.ts";
import { Refusal } from "../../errors/refusal.ts";
import { exitCodes } from "../../exit-codes.ts";
import { profileFields } from "./list.ts";
import { plain } from "../../output/plain.ts";
import { addJsonOption, facts, type JsonOptions, show } from "../../output/records.ts";
import { addressOf } from "../../profile/profile.ts";
import { profileNamed, readProfiles } from "../../profile/profile-store.ts";
import { type AnyVerb, verb } from "../../verb.ts";

export const profileShow: AnyVerb = verb<JsonOptions>({
  words: "profile show",
  args: "[name]",
  summary: "show a profile, or the current one",
  example: "graph-sync profile show contoso",
  options: (command) => addJsonOption(command, profileFields),
  async run({ args: [word], options, surroundings }) {
    const all = await readProfiles(surroundings.env);
    const name = word ?? all.current;
    if (name === undefined) {
      throw new Refusal(exitCodes.notFound, "No profile is the current one.", "graph-sync profile add makes one.");
    }
    const profile = profileNamed(all, name);
    const { tenant, clientId, identity } = profile;
    const text = (): Promise<string> =>
      facts(`Profile ${name}${name === all.current ? " (current)" : ""}`, [
        ["tenant", plain(tenant) || "(none)"],
        ["client id", plain(clientId) || "(none)"],
        ["service", printed(addressOf(profile))],
        ["tokens of", addressOf(profile).cloud.authority],
        ["identity", identity === undefined ? "(the token in GRAPH_SYNC_TOKEN)" : plain(inWords(identity))],
      ]);
    await show({ value: { name, current: name === all.current, ...profile }, text }, options, surroundings.stdout);
  },
});
