import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import { userType } from "../odata/directory-types.ts";
import { type DirectoryDocument, directoryObjects, findDirectoryObject } from "../store/directory-objects.ts";
import { withManagers } from "./expanded.ts";
import { objectEntries, type ObjectEntries, type ObjectRules } from "./objects.ts";

/** https://learn.microsoft.com/graph/api/user-post-users */
export const userRules: ObjectRules = {
  kind: "user",
  type: userType,
  parameter: "userId",
  required: ["accountEnabled", "displayName", "mailNickname", "passwordProfile", "userPrincipalName"],
  writeOnly: ["passwordProfile"],
  readOnly: ["id", "createdDateTime", "deletedDateTime", "proxyAddresses"],
  unique: "userPrincipalName",
  find: findUser,
  expand: withManagers,
};

export const users: ObjectEntries = objectEntries(userRules);

/** By object id or by user principal name. */
export async function findUser(db: Kysely<Tables>, key: string): Promise<DirectoryDocument | undefined> {
  const byId = await findDirectoryObject(db, "user", key);
  if (byId !== undefined || !key.includes("@")) return byId;
  const all = await directoryObjects(db, "user");
  return all.find((user) => String(user["userPrincipalName"]).toLowerCase() === key.toLowerCase());
}
