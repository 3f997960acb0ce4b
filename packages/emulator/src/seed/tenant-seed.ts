import type { Synchronization } from "@graph-sync/core";

/** A whole tenant: its apps, each with the `synchronization` object that Graph answers for it. */
export interface TenantSeed {
  readonly applications: readonly SeedApplication[];
}

/** One app: an application and its service principal. */
export interface SeedApplication {
  /** The object id of the application, a GUID. */
  readonly id: string;
  /** The client id that application and service principal share, a GUID. */
  readonly appId: string;
  readonly displayName: string;
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
