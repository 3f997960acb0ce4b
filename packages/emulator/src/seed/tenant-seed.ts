import type { Synchronization } from "@graph-sync/core";

/** A whole tenant: its apps, each with the `synchronization` object that Graph answers for it, its users and groups. */
export interface TenantSeed {
  /** The apps; no two share an id or an appId. */
  readonly applications: readonly SeedApplication[];
  /** The users; none unless told. */
  readonly users?: readonly SeedUser[];
  /** The groups; none unless told. */
  readonly groups?: readonly SeedGroup[];
}

/** A user as `GET /users?$expand=manager` answers it, with any property that the emulator holds. */
export interface SeedUser extends SeedDirectoryObject {
  /** No two users have the same, whatever the case. */
  readonly userPrincipalName: string;
  /** A user of the seed. */
  readonly manager?: SeedReference | null;
}

/** A group as `GET /groups?$expand=members` answers it, with any property that the emulator holds. */
export interface SeedGroup extends SeedDirectoryObject {
  /** Users, groups and service principals of the seed. */
  readonly members?: readonly SeedReference[] | null;
}

/** What users and groups have in common. */
export interface SeedDirectoryObject extends SeedReference {
  /** What people call it. */
  readonly displayName: string;
  /** When it was deleted, ISO 8601, UTC: it can be restored. */
  readonly deletedDateTime?: string | null;
}

/** An object by its id; of one that is referred to, nothing else is read. */
export interface SeedReference {
  /** A GUID. */
  readonly id: string;
  /** A property as Graph names it. */
  readonly [member: string]: unknown;
}

/** One app: an application and its service principal. */
export interface SeedApplication {
  /** The object id of the application, a GUID. */
  readonly id: string;
  /** The client id that application and service principal share, a GUID. */
  readonly appId: string;
  /** What the portal would show. */
  readonly displayName: string;
  /** Its service principal in this tenant. */
  readonly servicePrincipal: {
    /** The object id of the service principal, a GUID. */
    readonly id: string;
  };
  /**
   * As `GET …/synchronization?$expand=jobs,templates` answers it; a job or a template may also hold its `schema`. Of a
   * job `id`, `templateId`, `schedule.state`, `schedule.interval` and `status.code` are needed, of a template `id`. The
   * value of a secret is not kept.
   */
  readonly synchronization?: Synchronization;
}
