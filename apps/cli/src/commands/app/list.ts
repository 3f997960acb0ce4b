import { type ServicePrincipal, toArray } from "@graph-sync/core";
import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { inSession, type Session } from "../../connection/session.ts";
import { reportUnread } from "../../errors/report-unread.ts";
import { type ExitCode, exitCodes } from "../../exit-codes.ts";
import { type Members, ours } from "../../output/fields.ts";
import { plain } from "../../output/plain.ts";
import { addJsonOption, columns, type JsonOptions, show } from "../../output/records.ts";
import type { Surroundings } from "../../surroundings.ts";
import { everyJob } from "../../target/every-job.ts";
import type { ResolvedApp } from "../../target/resolve-app.ts";
import { type AnyVerb, verb } from "../../verb.ts";

interface ListOptions extends ConnectionOptions, JsonOptions {
  readonly provisioned?: boolean;
}

/** What an app is to a program. */
export const appFields: Members = ours(["id", "appId", "displayName"]);

export const appList: AnyVerb = verb<ListOptions>({
  words: "app list",
  summary: "list the enterprise apps of the tenant",
  details:
    "With --provisioned only those that have synchronization jobs; Graph cannot filter by that, so each app is asked.",
  example: "graph-sync app list --provisioned",
  needs: ["servicePrincipals.list", "jobs.list"],
  options(command) {
    command.option("--provisioned", "only apps that have synchronization jobs");
    addConnectionOptions(command);
    addJsonOption(command, appFields);
  },
  async run({ options, surroundings }) {
    return inSession(options, surroundings, { words: "app list" }, async (session) => {
      if (options.provisioned === true) return listProvisioned(session, options, surroundings);
      const { client, call } = session;
      const apps = await toArray(client.servicePrincipals.list({ select: ["id", "appId", "displayName"] }, call));
      await show({ value: apps, text: () => appTable(apps) }, options, surroundings.stdout);
      return exitCodes.ok;
    });
  },
});

/** Those that have a job, each of them once. */
async function listProvisioned(
  session: Session,
  options: JsonOptions,
  { stdout, stderr }: Pick<Surroundings, "stdout" | "stderr">,
): Promise<ExitCode> {
  const every = await everyJob(session);
  const apps = [...new Map(every.jobs.map(({ app }) => [app.id, app])).values()];
  await show({ value: apps, text: () => appTable(apps) }, options, stdout);
  return reportUnread(every, stderr);
}

/** Apps in columns, by name. */
export function appTable(apps: readonly (ServicePrincipal | ResolvedApp)[]): Promise<string> {
  const rows = apps
    .map(({ displayName, id, appId }) => [plain(displayName), plain(id), plain(appId)])
    .toSorted(([a = ""], [b = ""]) => a.localeCompare(b));
  return columns(["NAME", "OBJECT ID", "APP ID"], rows);
}
