import type { DirectoryLinkRow, DirectoryObjectRow } from "../database/tables.ts";
import { groupType, userType } from "../odata/directory-types.ts";
import {
  badSeed,
  guidIn,
  knowOnly,
  objectIn,
  objectsIn,
  refuseRepeated,
  type SeedObject,
  textIn,
  without,
} from "./seed-document.ts";

/** Users and groups, and who belongs to whom. */
export interface SeedDirectory {
  readonly directoryObjects: readonly DirectoryObjectRow[];
  readonly directoryLinks: readonly DirectoryLinkRow[];
}

/** The users and groups of a `TenantSeed`; whom they name must be one of them, or one of these service principals. */
export function tenantDirectory(document: SeedObject, servicePrincipalIds: readonly string[]): SeedDirectory {
  const users = objectsIn(document, "users").map(readUser);
  refuseRepeated("user principal name", objectsIn(document, "users"), (user) => nameOf(user).toLowerCase());
  const groups = objectsIn(document, "groups").map(readGroup);
  const objects = [...users, ...groups];
  const userIds = new Set(users.map(({ id }) => id));
  const memberIds = new Set([...objects.map(({ id }) => id), ...servicePrincipalIds]);
  return {
    directoryObjects: objects.map(({ id, kind, document, deletedAt }, ordinal) => ({
      id,
      kind,
      ordinal,
      document: JSON.stringify(document),
      deleted_at: deletedAt,
    })),
    directoryLinks: [
      ...users.flatMap(({ id, linked }) => linksTo(id, "manager", linked, userIds, "user")),
      ...groups.flatMap(({ id, linked }) =>
        linksTo(id, "members", linked, memberIds, "user, group or service principal"),
      ),
    ],
  };
}

/** A user or a group that is checked, but for the objects that it names. */
interface ReadObject {
  readonly id: string;
  readonly kind: DirectoryObjectRow["kind"];
  readonly document: object;
  readonly deletedAt: string | null;
  readonly linked: readonly SeedObject[];
}

function readUser(user: SeedObject): ReadObject {
  nameOf(user);
  const manager = user.members["manager"] ?? undefined;
  return readObject("user", user, "manager", manager === undefined ? [] : [objectIn(user, "manager")]);
}

function nameOf(user: SeedObject): string {
  return textIn(user, "userPrincipalName");
}

function readGroup(group: SeedObject): ReadObject {
  return readObject("group", group, "members", objectsIn(group, "members"));
}

/** An object as Graph answers it, with the relation expanded; annotations are left out. */
function readObject(
  kind: ReadObject["kind"],
  object: SeedObject,
  relation: "manager" | "members",
  linked: readonly SeedObject[],
): ReadObject {
  const annotations = Object.keys(object.members).filter((name) => name.includes("@"));
  const { properties } = kind === "user" ? userType : groupType;
  knowOnly(object, [...properties, relation, ...annotations]);
  textIn(object, "displayName");
  const deleted = object.members["deletedDateTime"] ?? undefined;
  return {
    id: guidIn(object, "id"),
    kind,
    document: without(object, ["id", "deletedDateTime", relation, ...annotations]),
    deletedAt: deleted === undefined ? null : textIn(object, "deletedDateTime"),
    linked,
  };
}

function linksTo(
  fromId: string,
  relation: DirectoryLinkRow["relation"],
  linked: readonly SeedObject[],
  known: ReadonlySet<string>,
  what: string,
): readonly DirectoryLinkRow[] {
  const seen = new Set<string>();
  return linked.map((object, ordinal) => {
    const id = guidIn(object, "id");
    if (!known.has(id)) throw badSeed(`${object.path}.id`, `names no ${what} of the seed: ${id}`);
    if (seen.has(id)) throw badSeed(`${object.path}.id`, `names ${id} a second time`);
    seen.add(id);
    return { from_id: fromId, relation, to_id: id, ordinal };
  });
}
