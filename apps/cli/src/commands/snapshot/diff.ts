import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { printed } from "../../connection/service-address.ts";
import { inSession } from "../../connection/session.ts";
import { type ExitCode, exitCodes } from "../../exit-codes.ts";
import { ours } from "../../output/fields.ts";
import { plain } from "../../output/plain.ts";
import { addJsonOption, type JsonOptions, show } from "../../output/records.ts";
import type { Output } from "../../surroundings.ts";
import { type AnyVerb, verb } from "../../verb.ts";
import { compare, type JobDifference } from "./compare.ts";
import { readSnapshot } from "./snapshot-folder.ts";
import { readTenant, type TenantSnapshot } from "./tenant-snapshot.ts";

interface DiffOptions extends ConnectionOptions, JsonOptions {
  readonly exitStatus?: boolean;
}

export const snapshotDiff: AnyVerb = verb<DiffOptions>({
  words: "snapshot diff",
  args: "<folder> [other]",
  summary: "show what has changed since a snapshot, in the tenant or in another snapshot",
  details: "With two folders it needs no tenant and no network. With --exit-status it ends with 1 where they differ.",
  failsWhen: "with --exit-status there is a difference",
  example: "graph-sync snapshot diff ./provisioning --exit-status\ngraph-sync snapshot diff ./last-week ./provisioning",
  needs: ["servicePrincipals.list", "jobs.list", "jobs.schema.get"],
  options(command) {
    command.option("--exit-status", "end with 1 where something is different");
    addConnectionOptions(command);
    addJsonOption(command, ours(["app", "jobId", "kind", "changes"]));
  },
  async run({ args: [folder = "", other], options, surroundings }) {
    const before = await readSnapshot(folder);
    if (other !== undefined) return print(before, await readSnapshot(other), options, surroundings.stdout);
    return inSession(options, surroundings, { words: "snapshot diff" }, async (session) =>
      print(before, await readTenant(session, printed(session.address)), options, surroundings.stdout),
    );
  },
});

async function print(
  before: TenantSnapshot,
  after: TenantSnapshot,
  options: DiffOptions,
  stdout: Output,
): Promise<ExitCode> {
  const value = await compare(before, after);
  const text = async (): Promise<string> => value.map(lines).join("") || "No differences.\n";
  await show({ value, text }, options, stdout);
  return options.exitStatus === true && value.length > 0 ? exitCodes.failed : exitCodes.ok;
}

const signs: Readonly<Record<JobDifference["kind"], string>> = { added: "+", removed: "-", changed: "~" };

function lines({ app, jobId, kind, changes }: JobDifference): string {
  return [`${signs[kind]} ${plain(app)}: job ${plain(jobId)}`, ...changes.map((line) => `  ${line}`), ""].join("\n");
}
