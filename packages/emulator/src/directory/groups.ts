import { groupType } from "../odata/directory-types.ts";
import { withMembers } from "./expanded.ts";
import { byId, objectEntries, type ObjectEntries, type ObjectRules } from "./objects.ts";

/** https://learn.microsoft.com/graph/api/group-post-groups */
export const groupRules: ObjectRules = {
  kind: "group",
  type: groupType,
  parameter: "groupId",
  required: ["displayName", "mailEnabled", "mailNickname", "securityEnabled"],
  writeOnly: [],
  readOnly: ["id", "createdDateTime", "deletedDateTime", "proxyAddresses"],
  find: byId("group"),
  expand: withMembers,
};

export const groups: ObjectEntries = objectEntries(groupRules);
