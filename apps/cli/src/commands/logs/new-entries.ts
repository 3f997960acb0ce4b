import { isGraphServiceError, type Page, type Pages, type ProvisioningObjectSummary } from "@graph-sync/core";
import type { Session } from "../../connection/session.ts";
import { allOf, from as fromMoment } from "./log-filter.ts";
import type { LogPosition } from "./position.ts";

/** Entries that an earlier step did not have, and where to go on after them. */
export interface LogStep {
  readonly entries: readonly ProvisioningObjectSummary[];
  readonly position: LogPosition;
}

/**
 * An entry shows up 5 to 10 minutes after its moment, so one that is older than another may come later. So far back each
 * reading looks again.
 * https://learn.microsoft.com/entra/identity/app-provisioning/application-provisioning-log-analytics
 */
const lateMs = 15 * 60_000;
const perPage = 500;

/** Reads on from a position to the end of the logs, the oldest entry first, a page a step. */
export async function* newEntries(session: Session, filter: string, start: LogPosition): AsyncGenerator<LogStep> {
  let position = start;
  for await (const { items, nextLink } of pagesFrom(session, filter, start)) {
    const known = new Map(position.seen);
    const entries = items.filter(({ id }) => id === undefined || !known.has(id));
    position = advanced(position, entries, nextLink);
    yield { entries, position };
  }
}

/** A link that the service does not know any more is no loss: the moment that was reached is kept beside it. */
async function* pagesFrom(
  { client, call }: Session,
  filter: string,
  { from, nextLink }: LogPosition,
): AsyncGenerator<Page<ProvisioningObjectSummary>> {
  const asked = allOf([filter, fromMoment(from)]);
  const pages: Pages<ProvisioningObjectSummary> = client.auditLogs.provisioning(
    { ...(asked === "" ? {} : { filter: asked }), orderby: "activityDateTime", top: perPage },
    call,
  );
  if (nextLink === undefined) {
    yield* pages.byPage();
    return;
  }
  let read = 0;
  try {
    for await (const page of pages.byPage({ from: nextLink })) {
      read += 1;
      yield page;
    }
  } catch (error) {
    if (read > 0 || !isGraphServiceError(error) || (error.status !== 400 && error.status !== 410)) throw error;
    yield* pages.byPage();
  }
}

function advanced(
  position: LogPosition,
  entries: readonly ProvisioningObjectSummary[],
  nextLink: string | undefined,
): LogPosition {
  const fresh = entries.flatMap(({ id, activityDateTime }) =>
    typeof id === "string" && typeof activityDateTime === "string" ? [[id, activityDateTime] as const] : [],
  );
  const seen = [...position.seen, ...fresh];
  const latest = Math.max(...seen.map(([, at]) => Date.parse(at)).filter((ms) => !Number.isNaN(ms)));
  const back = Number.isFinite(latest) ? new Date(latest - lateMs).toISOString() : position.from;
  const from = [position.from, back]
    .filter((each) => each !== undefined)
    .toSorted()
    .at(-1);
  return { ...position, from, seen: seen.filter(([, at]) => from === undefined || isSince(at, from)), nextLink };
}

function isSince(at: string, from: string): boolean {
  return !(Date.parse(at) < Date.parse(from));
}
