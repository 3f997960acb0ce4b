/**
 * What went wrong in a job.
 * https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationerror
 */
export interface SynchronizationError {
  /** A code of the connector, such as `SalesforceInvalidCredentials`; `None` where there is no error. */
  readonly code?: string | null;
  /** A sentence for people, often with an answer of the target in it. */
  readonly message?: string | null;
  /** Whether an administrator of the tenant can do something about it. */
  readonly tenantActionable?: boolean | null;
}
