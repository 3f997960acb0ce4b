import type { SchemaClient } from "@graph-sync/core";
import type { Session } from "../connection/session.ts";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { plain } from "../output/plain.ts";
import { type ResolvedApp, resolveApp } from "../target/resolve-app.ts";
import { resolveJob } from "../target/resolve-job.ts";

/** A schema at the service: whose it is, and the methods of it. */
export interface LiveSchema {
  readonly kind: "job" | "template";
  /** Of the job or the template. */
  readonly id: string;
  readonly app: Pick<ResolvedApp, "id" | "displayName">;
  readonly client: SchemaClient;
}

/** What `<schema>` may be, for the help of the verbs. */
export const schemaWords =
  "<schema> is an app, whose only job is meant; or job:<app>/<jobId>; or template:<app>/<templateId>.";

/** Whether a word names a schema at the service rather than a file. */
export function isLive(word: string): boolean {
  return /^(job|template):/.test(word);
}

/**
 * Finds the schema that a word names. An id has no slash, so the last one ends the app.
 * @throws Refusal where there is none
 */
export async function resolveSchema(session: Session, word: string): Promise<LiveSchema> {
  const [, kind = "job", rest = word] = /^(job|template):(.*)$/s.exec(word) ?? [];
  const slash = isLive(word) ? rest.lastIndexOf("/") : -1;
  const name = slash === -1 ? rest : rest.slice(0, slash);
  const id = slash === -1 ? undefined : rest.slice(slash + 1);
  if (name === "" || id === "" || (kind === "template" && id === undefined)) {
    throw new Refusal(exitCodes.usage, `${plain(word)} does not name a schema.`, schemaWords);
  }
  if (kind === "template") {
    const app = await resolveApp(session, name);
    return liveSchema(session, { kind, id: id ?? "", app });
  }
  const job = await resolveJob(session, name, id === undefined ? {} : { job: id }, "Write job:<app>/<jobId>.");
  return liveSchema(session, { kind: "job", id: job.id, app: job.app });
}

/** The schema that is known by ids. */
export function liveSchema({ client }: Session, known: Omit<LiveSchema, "client">): LiveSchema {
  const { synchronization } = client.servicePrincipals(known.app.id);
  const owner = known.kind === "job" ? synchronization.jobs(known.id) : synchronization.templates(known.id);
  return { ...known, client: owner.schema };
}

/** `Quillnote, job scim.…`, for people. */
export function nameOf({ kind, id, app }: Omit<LiveSchema, "client">): string {
  return `${plain(app.displayName)}, ${kind} ${plain(id)}`;
}
