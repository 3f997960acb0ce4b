import { forgetTokens } from "../../identity/token-file.ts";
import { changeProfiles, profileNamed } from "../../profile/profile-store.ts";
import { type AnyVerb, verb } from "../../verb.ts";

export const profileRemove: AnyVerb = verb<object>({
  words: "profile remove",
  args: "<name>",
  summary: "forget a profile and its tokens",
  details: "Nothing changes in the tenant. Where it was the current one, none is.",
  example: "graph-sync profile remove contoso",
  options: () => undefined,
  async run({ args: [name = ""], surroundings }) {
    const { env, stdout } = surroundings;
    await changeProfiles(env, (all) => {
      profileNamed(all, name);
      const left = Object.entries(all.profiles).filter(([each]) => each !== name);
      return { current: all.current === name ? undefined : all.current, profiles: Object.fromEntries(left) };
    });
    await forgetTokens(env, name);
    stdout.write(`Profile ${name} is forgotten, and its tokens.\n`);
  },
});
