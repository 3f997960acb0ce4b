import { moment } from "../../output/moment.ts";
import { member } from "../../output/member.ts";
import { plain } from "../../output/plain.ts";

export const entryHeading = ["TIME", "ACTION", "STATUS", "SOURCE", "TARGET", "ERROR"] as const;

/** An entry of the logs as people read it. Members may be missing, and the oldest entries have other ones. */
export function entryRow(entry: unknown, now: number): readonly string[] {
  return [
    moment(member(entry, "activityDateTime"), now),
    plain(actionOf(entry)),
    plain(statusOf(entry)),
    named(member(entry, "sourceIdentity")),
    named(member(entry, "targetIdentity")),
    plain(errorCodeOf(entry)),
  ];
}

export function actionOf(entry: unknown): unknown {
  return member(entry, "provisioningAction") ?? member(entry, "action");
}

export function statusOf(entry: unknown): unknown {
  return member(statusInfo(entry), "status");
}

export function errorCodeOf(entry: unknown): unknown {
  const info = statusInfo(entry);
  return member(member(info, "errorInformation"), "errorCode") ?? member(info, "errorCode");
}

function statusInfo(entry: unknown): unknown {
  return member(entry, "provisioningStatusInfo") ?? member(entry, "statusInfo");
}

function named(identity: unknown): string {
  return plain(member(identity, "displayName")) || plain(member(identity, "id"));
}
