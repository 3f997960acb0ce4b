import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { forgetTokens } from "../identity/token-file.ts";
import { changeProfiles, profileNamed, readProfiles } from "../profile/profile-store.ts";
import { type AnyVerb, verb } from "../verb.ts";

export const logout: AnyVerb = verb<{ readonly profile?: string }>({
  words: "logout",
  summary: "forget the tokens of a profile",
  details: "The profile stays, but for how it signed in. The app registration and the tenant do not change.",
  example: "graph-sync logout",
  options: (command) => void command.option("--profile <name>", "the profile, instead of the current one"),
  async run({ options, surroundings }) {
    const { env, stdout } = surroundings;
    const all = await readProfiles(env);
    const name = options.profile ?? all.current;
    if (name === undefined)
      throw new Refusal(exitCodes.notFound, "Nobody is signed in.", "There is no current profile.");
    profileNamed(all, name);
    const count = await forgetTokens(env, name);
    await changeProfiles(env, ({ current, profiles }) => {
      const { identity: _forgotten, ...profile } = profileNamed({ current, profiles }, name);
      return { current, profiles: { ...profiles, [name]: profile } };
    });
    stdout.write(count === 0 ? `No token of ${name} was kept.\n` : `The tokens of ${name} are forgotten.\n`);
  },
});
