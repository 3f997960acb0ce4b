import { changeProfiles, profileNamed } from "../../profile/profile-store.ts";
import { type AnyVerb, verb } from "../../verb.ts";

export const profileUse: AnyVerb = verb<object>({
  words: "profile use",
  args: "<name>",
  summary: "make a profile the current one",
  details: "For one command --profile is enough, and for one shell GRAPH_SYNC_PROFILE.",
  example: "graph-sync profile use contoso",
  options: () => undefined,
  async run({ args: [name = ""], surroundings }) {
    await changeProfiles(surroundings.env, (all) => {
      profileNamed(all, name);
      return { ...all, current: name };
    });
    surroundings.stdout.write(`Profile ${name} is the current one.\n`);
  },
});
