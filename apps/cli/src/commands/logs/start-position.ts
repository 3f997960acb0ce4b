import type { Session } from "../../connection/session.ts";
import { printed } from "../../connection/service-address.ts";
import { type LogPosition, readPosition } from "./position.ts";

/** Where a verb begins to read: where an earlier run ended, or at a moment. */
export async function startPosition(
  { address }: Session,
  filter: string,
  cursor: string | undefined,
  since: string | undefined,
): Promise<LogPosition> {
  const of = `${printed(address)}/auditLogs/provisioning${filter === "" ? "" : ` where ${filter}`}`;
  const kept = cursor === undefined ? undefined : await readPosition(cursor, of);
  return kept ?? { of, from: since, seen: [], nextLink: undefined, bytes: undefined };
}
