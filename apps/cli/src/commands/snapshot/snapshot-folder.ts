import { randomUUID } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isJsonObject, type JsonObject, parseJson } from "@graph-sync/core";
import { Refusal } from "../../errors/refusal.ts";
import { exitCodes } from "../../exit-codes.ts";
import { json } from "../../output/json.ts";
import { answered } from "../../schema/read-schema.ts";
import { codeOf, unusable } from "../../storage/file-fault.ts";
import { leftIn, sweep } from "../../storage/left-behind.ts";
import { checkFolder, makeFolder } from "../../storage/make-folder.ts";
import { namesIn, readText } from "../../storage/read-text.ts";
import { writeWhole } from "../../storage/whole-file.ts";
import type { JobSnapshot, KeptJob, TenantSnapshot } from "./tenant-snapshot.ts";

/** Beside it, `apps/<service principal>/<job>/` has `app.json`, `job.json` and `schema.json` of each job. */
const manifest = "snapshot.json";

/**
 * Writes a snapshot in place of the one that the folder had, whole or not at all. What else is in the folder stays, such as
 * `.git`. The same tenant gives the same files.
 * @throws Refusal as `checkSnapshotFolder`
 */
export async function writeSnapshot(folder: string, { service, jobs }: TenantSnapshot): Promise<void> {
  const { format } = await import("@graph-sync/schema");
  const apps = join(folder, "apps");
  await checkSnapshotFolder(folder);
  const mark = randomUUID();
  const [next, last] = [join(folder, `.apps.${mark}.new`), join(folder, `.apps.${mark}.old`)];
  try {
    await makeFolder(next);
    for (const { app, job, schema } of jobs) {
      const place = join(next, fileName(app.id), fileName(job.id));
      await writeNew(join(place, "app.json"), json(app));
      await writeNew(join(place, "job.json"), json(job));
      if (schema === undefined) continue;
      const name = `The schema of ${app.displayName}, job ${job.id}`;
      await writeNew(join(place, "schema.json"), await answered(name, () => format(schema, { sort: true })));
    }
    await writeWhole(join(folder, manifest), json({ service }));
    if ((await namesIn(folder)).includes("apps")) {
      await removeOld(folder);
      await rename(apps, last);
    }
    await rename(next, apps);
  } catch (error) {
    throw codeOf(error) === undefined ? error : unusable(folder, error);
  } finally {
    await rm(next, { recursive: true, force: true });
  }
  await removeOld(folder);
  await sweep(folder);
}

/**
 * Looks whether a snapshot could be written into a folder: a whole tenant is not read for nothing.
 * @throws Refusal where the folder has an `apps` of somebody else, or takes no files
 */
export async function checkSnapshotFolder(folder: string): Promise<void> {
  await checkFolder(folder).catch((error: unknown) => {
    throw unusable(folder, error);
  });
  const apps = join(folder, "apps");
  if ((await readText(join(folder, manifest))) === undefined && (await namesIn(apps)).length > 0) {
    throw new Refusal(
      exitCodes.usage,
      `${folder} has a folder apps that is no snapshot, and stays as it is.`,
      "Name an empty folder, or one that does not exist yet.",
    );
  }
}

async function removeOld(folder: string): Promise<void> {
  for (const path of await leftIn(folder, ".old")) await rm(path, { recursive: true, force: true });
}

/**
 * The `apps` of a snapshot. A run that was killed between putting the old one aside and the new one in its place has left the
 * old one; one that was killed before there was any has left none. Git keeps no empty folder, so a snapshot without jobs may have
 * none either.
 */
async function appsOf(folder: string): Promise<string> {
  const apps = join(folder, "apps");
  if ((await namesIn(folder)).includes("apps")) return apps;
  const [aside] = await leftIn(folder, ".old");
  if (aside !== undefined) return aside;
  const [begun] = await leftIn(folder, ".new");
  if (begun === undefined) return apps;
  throw noSnapshot(folder, "the run that made it was ended");
}

function noSnapshot(folder: string, why: string): Refusal {
  return new Refusal(
    exitCodes.usage,
    `${folder} is no snapshot: ${why}.`,
    `graph-sync snapshot create ${folder} makes one.`,
  );
}

/** @throws Refusal for a folder that is no snapshot, or that somebody has edited into none */
export async function readSnapshot(folder: string): Promise<TenantSnapshot> {
  const text = await readText(join(folder, manifest));
  if (text === undefined) throw noSnapshot(folder, `it has no ${manifest}`);
  const { parse } = await import("@graph-sync/schema");
  const apps = await appsOf(folder);
  const jobs: JobSnapshot[] = [];
  for (const app of await namesIn(apps)) {
    for (const job of await namesIn(join(apps, app))) {
      const place = join(apps, app, job);
      const schema = await readText(join(place, "schema.json"));
      jobs.push({
        app: appOf(await readObject(join(place, "app.json"))),
        job: jobOf(await readObject(join(place, "job.json")), place),
        schema: schema === undefined ? undefined : legible(() => parse(schema), join(place, "schema.json")),
      });
    }
  }
  const { service } = object(text, join(folder, manifest));
  return { service: String(service), jobs };
}

/** An id as the name of a file; it comes from the service, and must not lead elsewhere. */
function fileName(id: string): string {
  const name = id.replace(/[^\w.-]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return name.replace(/^\./, "%002e");
}

async function writeNew(path: string, text: string): Promise<void> {
  await makeFolder(dirname(path));
  await writeFile(path, text, { flag: "wx", mode: 0o600 });
}

async function readObject(path: string): Promise<JsonObject> {
  return object((await readText(path)) ?? "", path);
}

function object(text: string, path: string): JsonObject {
  const value = parseJson(text);
  if (isJsonObject(value)) return value;
  throw broken(path, undefined);
}

function legible<T>(read: () => T, path: string): T {
  try {
    return read();
  } catch (error) {
    throw broken(path, error);
  }
}

function broken(path: string, error: unknown): Refusal {
  const why = error instanceof Error ? `: ${error.message}` : ".";
  return new Refusal(
    exitCodes.usage,
    `${path} is missing, or no longer what a snapshot has there${why}`,
    "Take it anew.",
    {
      cause: error,
    },
  );
}

function appOf({ id, appId, displayName }: JsonObject): JobSnapshot["app"] {
  return { id: String(id), appId: typeof appId === "string" ? appId : null, displayName: String(displayName) };
}

function jobOf(job: JsonObject, place: string): KeptJob {
  if (typeof job["id"] !== "string") throw broken(join(place, "job.json"), undefined);
  // What `keptOf` made; a file that was edited is compared as it is.
  return job as unknown as KeptJob;
}
