import { type SynchronizationClient, toArray } from "@graph-sync/core";
import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { inSession, type Session } from "../../connection/session.ts";
import { Refusal } from "../../errors/refusal.ts";
import { exitCodes } from "../../exit-codes.ts";
import { jobFields } from "../../output/graph-fields.ts";
import { plain } from "../../output/plain.ts";
import { addJsonOption, type JsonOptions, show } from "../../output/records.ts";
import { resolveApp } from "../../target/resolve-app.ts";
import { type AnyVerb, verb } from "../../verb.ts";
import { addDryRunOption, type DryRunOptions } from "../../writing/dry-run.ts";

interface CreateOptions extends ConnectionOptions, JsonOptions, DryRunOptions {
  readonly template?: string;
}

export const jobCreate: AnyVerb = verb<CreateOptions>({
  words: "job create",
  args: "<app>",
  summary: "make a job from a template",
  details: "The job is disabled until job start. Without --template the app must have one template.",
  example: "graph-sync job create Quillnote --template scim",
  needs: ["servicePrincipals.list", "templates.list", "jobs.create"],
  options(command) {
    command.option("--template <id>", "which template, where the app has several");
    addDryRunOption(command);
    addConnectionOptions(command);
    addJsonOption(command, jobFields, { writes: true });
  },
  async run({ args: [word = ""], options, surroundings }) {
    await inSession(options, surroundings, { words: "job create" }, async (session) => {
      const app = await resolveApp(session, word);
      const { synchronization } = session.client.servicePrincipals(app.id);
      const templateId = options.template ?? (await onlyTemplate(session, synchronization, app.displayName));
      const job = await synchronization.jobs.create({ templateId }, session.call);
      const text = async (): Promise<string> =>
        `${plain(app.displayName)}: job ${plain(job.id)} is made from ${plain(templateId)}; it is not started.\n`;
      await show({ value: job, text }, options, surroundings.stdout);
    });
  },
});

async function onlyTemplate(
  { call }: Session,
  { templates }: SynchronizationClient,
  displayName: string,
): Promise<string> {
  const ids = (await toArray(templates.list(undefined, call))).map(({ id }) => id).filter((id) => id !== undefined);
  const [only] = ids;
  if (only !== undefined && ids.length === 1) return only;
  throw new Refusal(
    exitCodes.usage,
    only === undefined
      ? `${plain(displayName)} has no template, so there is nothing to make a job from.`
      : `${plain(displayName)} has ${ids.length} templates: ${ids.map(plain).join(", ")}.`,
    only === undefined ? "Is provisioning possible for this app at all?" : "Say which with --template.",
  );
}
