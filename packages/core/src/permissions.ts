export { explain } from "./contract/explain.ts";
export {
  customSecurityAttributePermissions,
  directoryRoles,
  type PermissionInfo,
  permissions,
} from "./contract/permissions.ts";
