import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { printed } from "../../connection/service-address.ts";
import { inSession } from "../../connection/session.ts";
import { Refusal } from "../../errors/refusal.ts";
import { exitCodes } from "../../exit-codes.ts";
import { plain } from "../../output/plain.ts";
import { readPlan } from "../../schema/plan-file.ts";
import { replaceSchema } from "../../schema/replace-schema.ts";
import { liveSchema } from "../../schema/resolve-schema.ts";
import { type AnyVerb, verb } from "../../verb.ts";
import { addConfirmOption, type ConfirmOptions } from "../../writing/confirm.ts";
import { addDryRunOption } from "../../writing/dry-run.ts";

interface ApplyOptions extends ConnectionOptions, ConfirmOptions {}

export const schemaApply: AnyVerb = verb<ApplyOptions>({
  words: "schema apply",
  args: "<plan>",
  summary: "replace a live schema as a plan says",
  details:
    "It refuses where the live schema was changed since the plan, shows the tenant, the app and the changes, asks, and " +
    "keeps the schema that was there for schema rollback. Without a terminal it needs --yes.",
  failsWhen: "the live schema was changed since the plan was made",
  example: "graph-sync schema apply plan.json",
  needs: ["jobs.schema.get", "jobs.schema.replace"],
  options(command) {
    addConfirmOption(command);
    addDryRunOption(command);
    addConnectionOptions(command);
  },
  async run({ args: [path = ""], options, surroundings }) {
    const { service, app, kind, id, liveFingerprint, body } = await readPlan(path);
    await inSession(options, surroundings, { words: "schema apply" }, async (session) => {
      if (service !== printed(session.address)) {
        throw new Refusal(
          exitCodes.usage,
          `${plain(path)} is a plan for ${plain(service)}, and not for ${printed(session.address)}.`,
          "Name its service with --base-url, or plan for this one.",
        );
      }
      const live = liveSchema(session, { kind, id, app });
      await replaceSchema(session, { live, desired: body, expected: liveFingerprint }, options, surroundings);
    });
  },
});
