/**
 * The tables as the newest migration leaves them. What is searched for or changes by itself is a column; what is only
 * read and written whole is a JSON document in a text column. `ordinal` keeps the order in which rows were given.
 */
export interface Tables {
  readonly applications: ApplicationRow;
  readonly service_principals: ServicePrincipalRow;
  readonly templates: TemplateRow;
  readonly jobs: JobRow;
  readonly secrets: SecretRow;
  readonly object_connections: ObjectConnectionRow;
  readonly bulk_uploads: BulkUploadRow;
  readonly provisioning_log: ProvisioningLogRow;
  readonly directory_objects: DirectoryObjectRow;
  readonly directory_links: DirectoryLinkRow;
  readonly app_role_assignments: AppRoleAssignmentRow;
  readonly scripted_answers: ScriptedAnswerRow;
}

export interface ApplicationRow {
  /** The object id, in lower case. */
  id: string;
  app_id: string;
  display_name: string;
  /** JSON object: members that have no column; null where there are none. */
  document: string | null;
}

/** Its `app_id` ties it to its application, which need not be in this tenant. */
export interface ServicePrincipalRow {
  /** The object id, in lower case. */
  id: string;
  app_id: string;
  display_name: string;
  /** JSON object: members that have no column; null where there are none. */
  document: string | null;
}

export interface TemplateRow {
  app_id: string;
  /** Unique within an app only: many apps have a template `scim`. */
  id: string;
  ordinal: number;
  application_id: string;
  factory_tag: string | null;
  description: string | null;
  is_default: number | null;
  discoverable: number | null;
  /** JSON array, or null where there is none. */
  metadata: string | null;
  /** JSON object: the default schema of jobs made from it, or null where it is not known. */
  schema: string | null;
  /** JSON object: what `schema` is reset to; null where it is not known. */
  default_schema: string | null;
  /** JSON object: members that have no column. */
  extra: string;
}

export interface JobRow {
  id: string;
  service_principal_id: string;
  ordinal: number;
  template_id: string;
  schedule_state: string;
  schedule_interval: string;
  /** JSON object: the schedule without `state` and `interval`. */
  schedule: string;
  status_code: string;
  /** JSON object: the status without `code`. */
  status: string;
  /** JSON array of names and values, or null where there is none. */
  settings: string | null;
  /** JSON object: the job's own schema, or null while it has its template's. */
  schema: string | null;
  /** Up to where the changes of the source were read; null: the next cycle looks at every object. */
  watermark: string | null;
  /** When a script set its state, ISO 8601, UTC; null where none did. */
  scripted_at: string | null;
  /** JSON object: members that have no column. */
  extra: string;
}

export interface SecretRow {
  service_principal_id: string;
  key: string;
  ordinal: number;
  /** Null for a key that is not known for a setting: it is held, masked, and its value not kept. */
  value: string | null;
}

/** A link that a job keeps between an object of its source and one of its target. */
export interface ObjectConnectionRow {
  job_id: string;
  source_anchor: string;
  target_anchor: string;
  object_type_name: string;
  display_name: string | null;
}

/** Data that was handed to a job and that no cycle has worked on yet. */
export interface BulkUploadRow {
  id: string;
  job_id: string;
  /** ISO 8601, UTC. */
  received_at: string;
  /** JSON object: the SCIM bulk request. */
  request: string;
}

export interface ProvisioningLogRow {
  id: string;
  /** ISO 8601, UTC, in milliseconds, so that texts sort as times. */
  activity_date_time: string;
  /** JSON object: the whole entry. */
  entry: string;
}

/** A user or a group. */
export interface DirectoryObjectRow {
  id: string;
  kind: "user" | "group";
  ordinal: number;
  /** JSON object: everything but the `id`. */
  document: string;
  /** When it was deleted, ISO 8601, UTC; null unless it was. It can be restored until it is deleted for good. */
  deleted_at: string | null;
}

/** `to_id` is a member, the manager or an owner of `from_id`. */
export interface DirectoryLinkRow {
  from_id: string;
  relation: "members" | "manager" | "owners";
  to_id: string;
  ordinal: number;
}

/** Who is assigned to an app, and by which of its roles. */
export interface AppRoleAssignmentRow {
  id: string;
  principal_id: string;
  principal_type: "User" | "Group" | "ServicePrincipal";
  /** The service principal. */
  resource_id: string;
  app_role_id: string;
  /** ISO 8601, UTC. */
  created_at: string;
}

/** What a script put in a queue for the next request to provision on demand. */
export interface ScriptedAnswerRow {
  job_id: string;
  ordinal: number;
  /** JSON object: the `answer` of a success; `status`, `code` and `message` of an error. */
  answer: string;
}
