import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { printed } from "../../connection/service-address.ts";
import { inSession } from "../../connection/session.ts";
import { plain } from "../../output/plain.ts";
import { type AnyVerb, verb } from "../../verb.ts";
import { checkSnapshotFolder, writeSnapshot } from "./snapshot-folder.ts";
import { readTenant } from "./tenant-snapshot.ts";

export const snapshotCreate: AnyVerb = verb<ConnectionOptions>({
  words: "snapshot create",
  args: "<folder>",
  summary: "keep all jobs and schemas of the tenant in a folder fit for git",
  details:
    "Files have no secrets and nothing that changes by itself, and the same tenant gives the same files. A snapshot that the\n" +
    "folder has is replaced, whole or not at all; what else is in it stays.",
  example: "graph-sync snapshot create ./provisioning && git -C ./provisioning diff",
  needs: ["servicePrincipals.list", "jobs.list", "jobs.schema.get"],
  options: addConnectionOptions,
  async run({ args: [folder = ""], options, surroundings }) {
    await checkSnapshotFolder(folder);
    await inSession(options, surroundings, { words: "snapshot create" }, async (session) => {
      const snapshot = await readTenant(session, printed(session.address));
      await writeSnapshot(folder, snapshot);
      surroundings.stdout.write(`Jobs kept in ${plain(folder)}: ${snapshot.jobs.length}.\n`);
    });
  },
});
