import { isDeepStrictEqual } from "node:util";
import { plain } from "../../output/plain.ts";
import { answered } from "../../schema/read-schema.ts";
import type { JobSnapshot, KeptJob, TenantSnapshot } from "./tenant-snapshot.ts";

/** A job that is not the same in two snapshots. */
export interface JobDifference {
  readonly app: string;
  readonly jobId: string;
  readonly kind: "added" | "removed" | "changed";
  /** Lines for people, in the form of `schema diff`; none for a job that came or went. */
  readonly changes: readonly string[];
}

/** What is different in the second snapshot, by app and job. */
export async function compare(before: TenantSnapshot, after: TenantSnapshot): Promise<readonly JobDifference[]> {
  const old = byJob(before);
  const current = byJob(after);
  const differences: JobDifference[] = [];
  for (const key of [...new Set([...old.keys(), ...current.keys()])].toSorted()) {
    const [was, is] = [old.get(key), current.get(key)];
    const { app, job } = is ?? was ?? never(key);
    const named = { app: app.displayName, jobId: job.id };
    if (was === undefined) differences.push({ ...named, kind: "added", changes: [] });
    else if (is === undefined) differences.push({ ...named, kind: "removed", changes: [] });
    else {
      const changes = [...appChanges(was, is), ...jobChanges(was.job, is.job), ...(await schemaChanges(was, is))];
      if (changes.length > 0) differences.push({ ...named, kind: "changed", changes });
    }
  }
  return differences;
}

function byJob({ jobs }: TenantSnapshot): ReadonlyMap<string, JobSnapshot> {
  return new Map(jobs.map((each) => [`${each.app.id}/${each.job.id}`, each]));
}

function never(key: string): never {
  throw new Error(`${key} is in neither snapshot`);
}

function appChanges(was: JobSnapshot, is: JobSnapshot): readonly string[] {
  return changed("app displayName", was.app.displayName, is.app.displayName);
}

function jobChanges(was: KeptJob, is: KeptJob): readonly string[] {
  return (["templateId", "schedule", "synchronizationJobSettings"] as const).flatMap((name) =>
    changed(`job ${name}`, was[name], is[name]),
  );
}

function changed(what: string, was: unknown, is: unknown): readonly string[] {
  return isDeepStrictEqual(was ?? null, is ?? null)
    ? []
    : [`~ ${what}: ${plain(was) || "(none)"} → ${plain(is) || "(none)"}`];
}

async function schemaChanges(was: JobSnapshot, is: JobSnapshot): Promise<readonly string[]> {
  if (was.schema === undefined || is.schema === undefined) {
    if (was.schema === is.schema) return [];
    return [was.schema === undefined ? "+ schema" : "- schema"];
  }
  const { diff, formatChanges } = await import("@graph-sync/schema");
  const [before, after] = [was.schema, is.schema];
  const changes = await answered(`The schema of ${is.app.displayName}, job ${is.job.id}`, () => diff(before, after));
  return formatChanges(changes).split("\n").slice(0, -1);
}
