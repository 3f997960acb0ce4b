import { isNotFound, odata, type ServicePrincipal, toArray } from "@graph-sync/core";
import type { Session } from "../connection/session.ts";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { plain } from "../output/plain.ts";
import { isGuid } from "./guid.ts";

/** The app that a verb is about: its service principal, on which jobs live. */
export interface ResolvedApp {
  /** The object id of the service principal. */
  readonly id: string;
  readonly appId: string | undefined;
  readonly displayName: string;
}

const select = ["id", "appId", "displayName"] as const;
/** So many namesakes are listed; a tenant may have thousands of apps of one name. */
const mostListed = 20;

/**
 * Finds an app by what people have at hand: the object id of its service principal or of its application, its appId, or
 * its display name, whole and in any case.
 * @throws Refusal where none or several have it
 */
export async function resolveApp(session: Session, word: string): Promise<ResolvedApp> {
  const found = isGuid(word) ? await byId(session, word) : await byName(session, word);
  const [only] = found;
  if (only === undefined) {
    throw new Refusal(
      exitCodes.notFound,
      `There is no app ${plain(word)}: no service principal has it as its id, appId or display name.`,
      "graph-sync app find <part of its name> looks for it.",
    );
  }
  if (found.length === 1) return only;
  const listed = found.slice(0, mostListed).map(({ id, displayName }) => `${id} (${plain(displayName)})`);
  throw new Refusal(
    exitCodes.usage,
    `${found.length > mostListed ? `More than ${mostListed}` : found.length} apps are called ${plain(word)}: ${listed.join(", ")}.`,
    "Name it by its object id.",
  );
}

async function byId({ client, call }: Session, id: string): Promise<readonly ResolvedApp[]> {
  const servicePrincipals = client.servicePrincipals;
  const direct = await unlessMissing(servicePrincipals(id).get({ select }, call));
  if (direct !== undefined) return [resolved(direct)];
  const byAppId = await unlessMissing(servicePrincipals.getByAppId(id, { select }, call));
  if (byAppId !== undefined) return [resolved(byAppId)];
  const application = await unlessMissing(client.applications(id).get({ select: ["appId"] }, call));
  if (application?.appId === undefined || application.appId === null) return [];
  const its = await unlessMissing(servicePrincipals.getByAppId(application.appId, { select }, call));
  return its === undefined ? [] : [resolved(its)];
}

async function byName({ client, call }: Session, name: string): Promise<readonly ResolvedApp[]> {
  const filter = odata`displayName eq ${name}`;
  const pages = client.servicePrincipals.list({ select, filter, top: mostListed + 1 }, call);
  return (await toArray(pages, { limit: mostListed + 1 })).map(resolved);
}

/** @throws Refusal for one without an id */
export function resolved({ id, appId, displayName }: ServicePrincipal): ResolvedApp {
  if (id === undefined) {
    throw new Refusal(exitCodes.failed, "The directory answered an app without an id.", "Is --base-url the right one?");
  }
  return { id, appId: appId ?? undefined, displayName: displayName ?? "(no name)" };
}

async function unlessMissing<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}
