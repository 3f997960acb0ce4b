import type { DateTimeOffset, Entity } from "./entity.ts";

/**
 * What applications, service principals and users have in common.
 * https://learn.microsoft.com/graph/api/resources/directoryobject
 */
export interface DirectoryObject extends Entity {
  /** When it was deleted; null unless it was. */
  readonly deletedDateTime?: DateTimeOffset | null;
}
