import { type JsonObject } from "@graph-sync/core";
import { Option } from "commander";
import { Refusal } from "../../errors/refusal.ts";
import { exitCodes } from "../../exit-codes.ts";
import { addSaveOptions, saveSecrets, type SaveOptions } from "../../secrets/save-secrets.ts";
import type { ReadSecret } from "../../secrets/secret-set.ts";
import { notificationWith } from "../../secrets/settings.ts";
import { type AnyVerb, verb } from "../../verb.ts";

interface SetOptions extends SaveOptions {
  readonly scope?: "all" | "assigned";
  /** False for `--no-notify`. */
  readonly notify?: string | false;
  /** False for `--no-delete-threshold`. */
  readonly deleteThreshold?: string | false;
  readonly outOfScope?: "keep" | "deprovision";
}

export const settingsSet: AnyVerb = verb<SetOptions>({
  words: "settings set",
  needs: ["servicePrincipals.list", "secrets.list", "jobs.list", "secrets.replace", "jobs.validateCredentials"],
  args: "<app>",
  summary: "change who is in scope, who is told of trouble, or how deletions are held back",
  details:
    "The service keeps these beside the credentials and replaces the whole set, so the value of each key that it hides\n" +
    "is needed. Nothing is sent while one is missing. Then the saved credentials are tried against the target.",
  failsWhen: "it is saved, but the target refuses the credentials",
  example:
    "graph-sync settings set Quillnote --scope assigned --delete-threshold 50 --secret SecretToken=env:QUILLNOTE_TOKEN",
  options(command) {
    command
      .addOption(new Option("--scope <who>", "everybody, or who is assigned to the app").choices(["all", "assigned"]))
      .option("--notify <mail>", "tell this address when the job goes into quarantine")
      .option("--no-notify", "tell nobody")
      .option("--delete-threshold <count>", "hold deletions back where one cycle has more than this")
      .option("--no-delete-threshold", "hold no deletions back")
      .addOption(
        new Option("--out-of-scope <what>", "what happens to accounts that leave the scope").choices([
          "keep",
          "deprovision",
        ]),
      );
    addSaveOptions(command);
  },
  async run({ args: [word = ""], options, surroundings }) {
    refuseFaults(options);
    await saveSecrets(word, options, surroundings, {
      words: "settings set",
      changes: (current) => changesOf(options, current),
      done: "the settings are saved, the others are as they were",
    });
  },
});

function refuseFaults({ scope, notify, deleteThreshold, outOfScope }: SetOptions): void {
  const given = [scope, notify, deleteThreshold, outOfScope].some((option) => option !== undefined);
  const fault = !given
    ? "There is nothing to change."
    : typeof notify === "string" && !/^[^\s@]+@[^\s@]+$/.test(notify)
      ? "--notify takes a mail address."
      : typeof deleteThreshold === "string" && !/^[1-9]\d{0,8}$/.test(deleteThreshold)
        ? "--delete-threshold takes a whole number above 0."
        : undefined;
  if (fault !== undefined) {
    throw new Refusal(exitCodes.usage, fault, "graph-sync settings set --help shows the options.");
  }
}

function changesOf(options: SetOptions, current: readonly ReadSecret[]): ReadonlyMap<string, string> {
  const { scope, notify, deleteThreshold, outOfScope } = options;
  const members: JsonObject = {
    ...(notify === undefined ? {} : notify === false ? { Enabled: false } : { Enabled: true, Recipients: notify }),
    ...(deleteThreshold === undefined
      ? {}
      : deleteThreshold === false
        ? { DeleteThresholdEnabled: false }
        : { DeleteThresholdEnabled: true, DeleteThresholdValue: Number(deleteThreshold) }),
  };
  const changes = new Map<string, string>();
  if (scope !== undefined) changes.set("SyncAll", String(scope === "all"));
  if (outOfScope !== undefined) changes.set("SkipOutOfScopeDeletions", String(outOfScope === "keep"));
  if (Object.keys(members).length > 0) changes.set("SyncNotificationSettings", notificationWith(current, members));
  return changes;
}
