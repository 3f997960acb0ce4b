import { chosenProfile } from "../connection/connection.ts";
import { defaultTokenEnv } from "../connection/access-token.ts";
import { printed } from "../connection/service-address.ts";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { inWords } from "../identity/identity.ts";
import { keptUntil } from "../identity/token-file.ts";
import { ours } from "../output/fields.ts";
import { moment } from "../output/moment.ts";
import { plain } from "../output/plain.ts";
import { addJsonOption, facts, type JsonOptions, show } from "../output/records.ts";
import { addressOf } from "../profile/profile.ts";
import { type AnyVerb, verb } from "../verb.ts";

interface WhoamiOptions extends JsonOptions {
  readonly profile?: string;
}

export const whoami: AnyVerb = verb<WhoamiOptions>({
  words: "whoami",
  summary: "show which tenant is meant, and as whom",
  details: "It sends nothing: doctor tries whether the service agrees.",
  example: "graph-sync whoami",
  options(command) {
    command.option("--profile <name>", "the profile, instead of the current one");
    addJsonOption(command, ours(["profile", "tenant", "clientId", "service", "identity", "tokenUntil"]));
  },
  async run({ options, surroundings }) {
    const { env, now, stdout } = surroundings;
    const chosen = await chosenProfile(options, env);
    const fromEnv = options.profile === undefined && (env[defaultTokenEnv] ?? "").trim() !== "";
    const identity = fromEnv ? undefined : chosen?.profile.identity;
    if (!fromEnv && identity === undefined) {
      throw new Refusal(
        exitCodes.notSignedIn,
        "Nobody is signed in.",
        `graph-sync login signs in, or put a token into ${defaultTokenEnv}.`,
      );
    }
    const until =
      identity === undefined || chosen === undefined ? undefined : await keptUntil(env, chosen.name, chosen.profile);
    const value = {
      profile: chosen?.name ?? null,
      tenant: chosen?.profile.tenant ?? null,
      clientId: chosen?.profile.clientId ?? null,
      service: printed(addressOf(chosen?.profile ?? {})),
      identity: identity?.kind ?? "environment",
      tokenUntil: until === undefined ? null : new Date(until).toISOString(),
    };
    const who = identity === undefined ? `whoever the token in ${defaultTokenEnv} is of` : inWords(identity);
    const text = (): Promise<string> =>
      facts(`You are ${plain(who)}`, [
        ["profile", value.profile ?? "(none)"],
        ["tenant", plain(value.tenant) || "(not told)"],
        ["client id", plain(value.clientId) || "(not told)"],
        ["service", value.service],
        ["token", value.tokenUntil === null ? "(none kept)" : `until ${moment(value.tokenUntil, now())}`],
      ]);
    await show({ value, text }, options, stdout);
  },
});
