import type { ResetScope } from "@graph-sync/core";
import { Option } from "commander";
import { Refusal } from "../../errors/refusal.ts";
import { exitCodes } from "../../exit-codes.ts";
import { columns } from "../../output/records.ts";
import { type AnyVerb, verb } from "../../verb.ts";
import { addChangeOptions, changeJob, type ChangeOptions } from "./change-job.ts";

interface RestartOptions extends ChangeOptions {
  readonly scope?: ScopeName;
  readonly explain?: boolean;
}

/** What a restart clears, in the words of administrators; `None`, `ConnectorDataStore` and `Full` are for support alone. */
const scopes = {
  failures: ["Escrows", "forgets the failures, so that those accounts are tried again at once"],
  reevaluate: ["Watermark", "looks at every user and group again, as in an initial cycle"],
  quarantine: ["QuarantineState", "lifts the quarantine for now; its cause must be mended, or it comes back"],
  portal: [undefined, "all three at once: what Restart provisioning does in the portal"],
  "force-deletes": ["ForceDeletes", "carries out deletions that the accidental-deletion threshold held back"],
} as const satisfies Readonly<Record<string, readonly [ResetScope | undefined, string]>>;

type ScopeName = keyof typeof scopes;

export const jobRestart: AnyVerb = verb<RestartOptions>({
  words: "job restart",
  args: "[app]",
  summary: "restart a job, and say what it forgets",
  details: "Synchronized accounts and their links stay. --explain prints what each scope clears, and sends nothing.",
  example: "graph-sync job restart Quillnote --scope failures\ngraph-sync job restart --explain",
  needs: ["servicePrincipals.list", "jobs.list", "jobs.restart"],
  options(command) {
    command
      .addOption(new Option("--scope <what>", "what to forget").choices(Object.keys(scopes)))
      .option("--explain", "print what each scope clears, and send nothing");
    addChangeOptions(command);
  },
  async run({ args: [word], options, surroundings }) {
    if (options.explain === true) {
      const rows = Object.entries(scopes).map(([name, [scope, clears]]) => [name, scope ?? "(none sent)", clears]);
      return void surroundings.stdout.write(await columns(["SCOPE", "RESET SCOPE", "WHAT IT DOES"], rows));
    }
    if (word === undefined || options.scope === undefined) {
      throw new Refusal(
        exitCodes.usage,
        "Say which app, and what its job should forget: job restart <app> --scope <what>.",
        "graph-sync job restart --explain prints what each scope clears.",
      );
    }
    const [scope] = scopes[options.scope];
    await changeJob(word, options, surroundings, {
      words: "job restart",
      act: (job, call) => job.restart(scope, call),
      done: `is restarted (${options.scope})`,
    });
  },
});
