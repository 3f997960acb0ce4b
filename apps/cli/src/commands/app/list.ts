import { batch, batchItem, listJobs, type ServicePrincipal, toArray } from "@graph-sync/core";
import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { inSession, type Session } from "../../connection/session.ts";
import { plain } from "../../output/plain.ts";
import { addJsonOption, columns, type JsonOptions, show } from "../../output/records.ts";
import { type AnyVerb, verb } from "../../verb.ts";

interface ListOptions extends ConnectionOptions, JsonOptions {
  readonly provisioned?: boolean;
}

export const appList: AnyVerb = verb<ListOptions>({
  words: "app list",
  summary: "list the enterprise apps of the tenant",
  details:
    "With --provisioned only those that have synchronization jobs; Graph cannot filter by that, so each app is asked.",
  example: "graph-sync app list --provisioned",
  needs: ["servicePrincipals.list"],
  options(command) {
    command.option("--provisioned", "only apps that have synchronization jobs");
    addConnectionOptions(command);
    addJsonOption(command);
  },
  async run({ options, surroundings }) {
    await inSession(options, surroundings, { words: "app list" }, async (session) => {
      const { client, call } = session;
      const all = await toArray(client.servicePrincipals.list({ select: ["id", "appId", "displayName"] }, call));
      const apps = options.provisioned === true ? await provisioned(session, all) : all;
      await show({ value: apps, text: () => appTable(apps) }, options, surroundings.stdout);
    });
  },
});

/** Those that have a job; an app that cannot be asked has none that this token may see. */
async function provisioned(
  { client, call }: Session,
  apps: readonly ServicePrincipal[],
): Promise<readonly ServicePrincipal[]> {
  const asked = apps.filter(({ id }) => id !== undefined);
  const items = asked.map(({ id = "" }) => batchItem(listJobs, { servicePrincipalId: id }));
  const results = await batch(client, items, call);
  return asked.filter((_, index) => {
    const result = results[index];
    return result?.ok === true && result.value.value.length > 0;
  });
}

/** Apps in columns, by name. */
export function appTable(apps: readonly ServicePrincipal[]): Promise<string> {
  const rows = apps
    .map(({ displayName, id, appId }) => [plain(displayName), plain(id), plain(appId)])
    .toSorted(([a = ""], [b = ""]) => a.localeCompare(b));
  return columns(["NAME", "OBJECT ID", "APP ID"], rows);
}
