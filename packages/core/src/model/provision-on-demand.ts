/**
 * Which objects to provision now, and by which rule.
 * https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationjobapplicationparameters
 */
export interface SynchronizationJobApplicationParameters {
  /** The `id` of a rule of the job's schema; another one is refused with `RequestParameterInvalid`. */
  readonly ruleId?: string | null;
  /** One user, or one group with up to five members under `links`. */
  readonly subjects?: readonly SynchronizationJobSubject[] | null;
}

/**
 * An object to provision.
 * https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationjobsubject
 */
export interface SynchronizationJobSubject {
  /** The objects to provision with it, such as members of a group. */
  readonly links?: SynchronizationLinkedObjects | null;
  /** The object id in Entra; from Active Directory the distinguished name, from Workday the worker id. */
  readonly objectId?: string | null;
  /** Case counts: `User` or `Group` in Entra, `user` in Active Directory, `Worker` in Workday. */
  readonly objectTypeName?: string | null;
}

/**
 * The objects that a subject refers to.
 * https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationlinkedobjects
 */
export interface SynchronizationLinkedObjects {
  /** The person's manager. */
  readonly manager?: SynchronizationJobSubject | null;
  /** Members of the group, at most five. */
  readonly members?: readonly SynchronizationJobSubject[] | null;
  /** Owners of the group. */
  readonly owners?: readonly SynchronizationJobSubject[] | null;
}
