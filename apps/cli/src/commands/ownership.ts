import type { DirectoryObject } from "@graph-sync/core";
import { directoryRoles, permissions as table } from "@graph-sync/core/permissions";
import type { TokenClaims } from "../connection/token-claims.ts";
import { member } from "../output/member.ts";
import { plain } from "../output/plain.ts";

/** A judgement on what a token may do; null where there is nothing to judge. */
export interface Verdict {
  readonly ok: boolean | null;
  readonly found: string;
}

/** Every permission that some operation asks for. */
const known = new Set(Object.values(table).flatMap(({ application, delegated }) => [...application, ...delegated]));

const owned = "Application.ReadWrite.OwnedBy";
const reads = "Synchronization.Read.All";
const writes = "Synchronization.ReadWrite.All";

/** Which permissions of the table a token has, and whether one of them is about synchronization. */
export function permissionVerdict(claims: TokenClaims): Verdict {
  const useful = claims.permissions.filter((permission) => known.has(permission)).toSorted();
  const enough = [owned, reads, writes].filter((each) => claims.kind === "app" || each !== owned);
  const ok = useful.some((permission) => enough.includes(permission));
  const found = useful.length === 0 ? "none that a verb asks for" : useful.join(", ");
  return { ok, found: ok ? found : `${found}; synchronization needs one of ${enough.join(", ")}` };
}

/**
 * What it means that whoever has the token owns an app's service principal, or does not: an app needs that for
 * Application.ReadWrite.OwnedBy, a person where they have no directory role.
 * https://learn.microsoft.com/graph/api/synchronization-synchronization-list-jobs
 */
export function ownershipVerdict(owners: readonly DirectoryObject[], claims: TokenClaims | undefined): Verdict {
  if (claims?.objectId === undefined) {
    return { ok: null, found: "the token does not say whose it is, so it cannot be told whether they own the app" };
  }
  const isOwner = isAmong(owners, claims);
  return claims.kind === "person" ? ofPerson(isOwner) : ofApp(isOwner, new Set(claims.permissions));
}

/** Whether whoever has the token is one of them. */
export function isAmong(owners: unknown, { objectId }: TokenClaims): boolean {
  return (
    Array.isArray(owners) &&
    owners.some((owner) => plain(member(owner, "id")).toLowerCase() === objectId?.toLowerCase())
  );
}

function ofPerson(isOwner: boolean): Verdict {
  return isOwner
    ? { ok: true, found: "the person who signed in owns the app, and needs no directory role" }
    : {
        ok: null,
        found: `the person who signed in does not own the app, and needs one of the directory roles ${directoryRoles.join(", ")}`,
      };
}

function ofApp(isOwner: boolean, has: ReadonlySet<string>): Verdict {
  if (isOwner) return { ok: true, found: `the app that signed in owns this one: ${owned} is enough` };
  const not = "the app that signed in does not own this one";
  if (has.has(writes)) return { ok: true, found: `${not}, and need not: it has ${writes}` };
  const remedy = `make its service principal an owner of this one, or consent to ${writes}`;
  if (has.has(reads))
    return { ok: null, found: `${not}: with ${reads} it can read, and change nothing; to change something, ${remedy}` };
  return {
    ok: false,
    found: `${not}, and ${has.has(owned) ? `${owned} reaches owned apps alone` : "lacks the permissions that need no ownership"}: ${remedy}`,
  };
}
