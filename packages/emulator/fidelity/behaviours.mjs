/**
 * What the emulator does, and how anyone knows that the service does so.
 *
 * - `documented`: a page of Microsoft's says it.
 * - `captured`: users or public clients saw the service do it.
 * - `inferred`: no one says it; it is the simplest thing that fits what is known.
 * - `scripted`: nothing does it; a script says what is answered, and the answer carries `x-graph-sync: scripted`.
 * - `missing`: the service does it, and the emulator does not.
 *
 * @typedef {"documented" | "captured" | "inferred" | "scripted" | "missing"} Evidence
 * @typedef {object} Behaviour
 * @property {readonly string[]} of ids of the contract's operations; empty for what is not about one of them
 * @property {string} does
 * @property {Evidence} evidence
 * @property {string} [source] a public page; an inference and a script need none
 */

const graph = "https://learn.microsoft.com/graph/api/";
const entra = "https://learn.microsoft.com/entra/identity/app-provisioning/";
const appReads = ["list", "get", "getByAppId"].flatMap((read) => [`servicePrincipals.${read}`, `applications.${read}`]);
const schemas = (/** @type {string} */ action) => [`jobs.schema.${action}`, `templates.schema.${action}`];

/** @type {readonly { readonly title: string, readonly behaviours: readonly Behaviour[] }[]} */
export const sections = [
  {
    title: "Synchronization and secrets",
    behaviours: [
      row(
        ["synchronization.get"],
        "The bare entity is answered, as SDKs expect it, without the `value` around it that the page prints",
        "inferred",
      ),
      row(["synchronization.get"], "Its `id` is the service principal's", "inferred"),
      row(["synchronization.ping"], "The text `OK` is answered", "inferred"),
      row(
        ["synchronization.acquireAccessToken"],
        "An authorization code is traded for tokens, which are saved: 204",
        "documented",
        `${graph}synchronization-synchronization-acquireaccesstoken`,
      ),
      row(
        ["synchronization.acquireAccessToken"],
        "The keys that are read are `Oauth2AuthorizationCode`, `Oauth2TokenExchangeUri`, `Oauth2RedirectUri`, `Oauth2ClientId` and `Oauth2ClientSecret`, the request is that of RFC 6749 §4.1.3",
        "inferred",
      ),
      row(
        ["secrets.list"],
        'Secret values are answered as `"*"`, settings as they are',
        "captured",
        "https://github.com/hashicorp/terraform-provider-azuread",
      ),
      row(
        ["secrets.replace"],
        "The whole set is replaced, with 204: a key that is left out is gone",
        "documented",
        `${graph}synchronization-serviceprincipal-put-synchronization`,
      ),
      row(
        ["secrets.replace"],
        "An empty value removes its key; a body without the list is `Empty Payload. JSON content expected.`",
        "captured",
        "https://github.com/hashicorp/terraform-provider-azuread",
      ),
      row(
        ["secrets.replace"],
        "Notification settings that are no JSON are 400 `UnknownError` around `InvalidNotificationSettings`",
        "captured",
        "https://github.com/hashicorp/terraform-provider-azuread",
      ),
      row(
        ["secrets.replace"],
        'A value `"*"` is refused with 400, and so is a set of more than 1,000 keys',
        "inferred",
      ),
      row(
        ["connectivityParameters.list", "connectivityParameters.update"],
        "They are the secrets under another name; PATCH sets the keys that are given",
        "inferred",
      ),
    ],
  },
  {
    title: "Jobs",
    behaviours: [
      row(
        ["jobs.list", "jobs.get"],
        "Jobs are answered with schedule, status and settings, `schema` where it is expanded",
        "documented",
        `${graph}synchronization-synchronizationjob-get`,
      ),
      row(
        ["jobs.create"],
        "A new job is `Disabled` and `NotConfigured`, its interval the longest there is, its times year 1: 201",
        "documented",
        `${graph}synchronization-synchronization-post-jobs`,
      ),
      row(["jobs.create"], "A template that the app does not have is 400 `BadRequest`", "inferred"),
      row(
        ["jobs.create"],
        "The id is `{templateId}.{tenant}.{guid}`",
        "captured",
        "https://github.com/microsoftgraph/msgraph-sdk-python/issues/820",
      ),
      row(
        ["jobs.update"],
        "`synchronizationJobSettings` are replaced, and stay where they are left out; everything else is refused with 400",
        "inferred",
      ),
      row(
        ["jobs.delete"],
        "The job is destroyed with its state: 204",
        "documented",
        `${graph}synchronization-synchronizationjob-delete`,
      ),
      row(
        ["jobs.start"],
        "A paused job goes on, a quarantine is lifted: 204",
        "documented",
        `${graph}synchronization-synchronizationjob-start`,
      ),
      row(
        ["jobs.start"],
        "A job that never ran is `NotRun`, with a last execution of zeros, `Failed` and `None`",
        "documented",
        "https://learn.microsoft.com/entra/identity/multi-tenant-organizations/cross-tenant-synchronization-configure-graph",
      ),
      row(
        ["jobs.start"],
        "The interval of a started job is PT40M; `countSuccessiveCompleteFailures` is 0 after a quarantine",
        "inferred",
      ),
      row(["jobs.pause"], "Progress is kept: 204", "documented", `${graph}synchronization-synchronizationjob-pause`),
      row(
        ["jobs.pause"],
        "`schedule.state` and `status.code` are `Paused`, and the quarantine is kept; a job that never started stays `Disabled`",
        "inferred",
      ),
      row(
        ["jobs.restart"],
        "Every `resetScope` does what its page says; without one it is `QuarantineState, Watermark, Escrows`",
        "documented",
        `${graph}resources/synchronization-synchronizationjobrestartcriteria`,
      ),
      row(["jobs.restart"], "A flag that is not known is 400; flags are the same in upper case", "inferred"),
      row(
        ["jobs.restart"],
        "Data that waits for a stopped job is lost",
        "documented",
        `${entra}inbound-provisioning-api-faqs`,
      ),
      row(
        ["jobs.list", "jobs.get"],
        "Status, quarantine and executions change by themselves",
        "missing",
        `${entra}how-provisioning-works`,
      ),
      row(
        ["jobs.list", "jobs.get"],
        "A script sets status, schedule, quarantine, executions and watermark",
        "scripted",
      ),
      row(
        ["jobs.create", "secrets.replace"],
        "What was just made may not be readable for a while",
        "missing",
        "https://github.com/hashicorp/terraform-provider-azuread",
      ),
    ],
  },
  {
    title: "Actions of a job",
    behaviours: [
      row(
        ["jobs.validateCredentials", "jobs.validateCredentialsForTemplate", "jobs.validateConnectivity"],
        "The target is asked once for an object whose matching attribute is a random GUID; 200 with an empty list is 204",
        "documented",
        `${entra}use-scim-to-provision-users-and-groups`,
      ),
      row(
        ["jobs.validateCredentials", "jobs.validateCredentialsForTemplate", "jobs.validateConnectivity"],
        "Anything else is 400 `CredentialValidationUnavailable`",
        "captured",
        "https://github.com/bitwarden/server/issues/7309",
      ),
      row(
        ["jobs.validateCredentials"],
        "Without a `SecretToken` the service sends a token of its own; the emulator sends none",
        "missing",
        `${entra}use-scim-to-provision-users-and-groups`,
      ),
      row(
        ["jobs.validateCredentials", "jobs.validateConnectivity"],
        "Only SCIM targets are tried",
        "missing",
        `${graph}synchronization-synchronizationjob-validatecredentials`,
      ),
      row(
        ["jobs.provisionOnDemand"],
        "A rule that the job does not have is 400 `RequestParameterInvalid`",
        "captured",
        "https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/4247",
      ),
      row(
        ["jobs.provisionOnDemand"],
        "Answers come from a queue that a script fills; without one it is 501",
        "scripted",
      ),
      row(
        ["jobs.provisionOnDemand"],
        "Objects are provisioned, at most 5 requests in 10 seconds",
        "missing",
        `${graph}synchronization-synchronizationjob-provisionondemand`,
      ),
      row(
        ["jobs.bulkUpload"],
        "Up to 50 operations are staged: 202, no body, `Location` leads to the job's log",
        "documented",
        `${graph}synchronization-synchronizationjob-post-bulkupload`,
      ),
      row(
        ["jobs.bulkUpload"],
        "Another media type, or a request that is no SCIM bulk request, is 400 `Invalid Data Format`",
        "documented",
        `${entra}inbound-provisioning-api-issues`,
      ),
      row(
        ["jobs.bulkUpload"],
        "Apps that are not for API-driven provisioning, and too many requests, are refused",
        "missing",
        `${graph}synchronization-synchronizationjob-post-bulkupload`,
      ),
      row(
        ["objectConnections.get", "objectConnections.delete"],
        "Looked up in the source, then in the target; 409 while the job is active; 204 also where there is none; a list is 400",
        "documented",
        `${entra}manage-object-connections`,
      ),
      row(["objectConnections.get"], "Links are made by a script", "scripted"),
    ],
  },
  {
    title: "Schemas and templates",
    behaviours: [
      row(
        schemas("get"),
        "A job answers the schema that it works by, with the job's id; directories are inline",
        "documented",
        `${graph}synchronization-synchronizationschema-get`,
      ),
      row(
        schemas("replace"),
        "PUT replaces everything and keeps what nobody knows: 204; the next cycle looks at every object",
        "documented",
        `${graph}synchronization-synchronizationschema-update`,
      ),
      row(
        schemas("replace"),
        "PATCH is 404 `UnknownError` with JSON in its message",
        "captured",
        "https://github.com/microsoftgraph/msgraph-sdk-python/issues/820",
      ),
      row(schemas("replace"), "`version` counts up by one, `v1.2` to `v1.3`", "inferred"),
      row(
        schemas("reset"),
        "DELETE brings the default back: 204",
        "documented",
        `${graph}synchronization-synchronizationschema-delete`,
      ),
      row(schemas("reset"), "The default of a job is what its template has now", "inferred"),
      row(
        schemas("functions"),
        "The 14 functions that were documented at length",
        "documented",
        `${graph}synchronization-synchronizationschema-functions`,
      ),
      row(
        schemas("functions"),
        "Functions that were added since",
        "missing",
        `${entra}functions-for-customizing-application-data`,
      ),
      row(
        schemas("filterOperators"),
        "The 8 operators that were documented at length",
        "documented",
        `${graph}synchronization-synchronizationschema-filteroperators`,
      ),
      row(
        schemas("parseExpression"),
        "The documented example is answered member for member",
        "documented",
        `${graph}synchronization-synchronizationschema-parseexpression`,
      ),
      row(schemas("parseExpression"), "The codes of errors, and how `&` and comparisons are printed", "inferred"),
      row([...schemas("directories.list"), ...schemas("directories.get")], "The directories of the schema", "inferred"),
      row(
        schemas("directories.discover"),
        "The target's schema is read, and what is new is added",
        "documented",
        `${graph}synchronization-directorydefinition-discover`,
      ),
      row(
        schemas("directories.discover"),
        "It is read by `GET /Schemas` of SCIM, with names as mappings use them",
        "inferred",
      ),
      row(
        ["templates.list", "templates.get"],
        "The templates of the app",
        "documented",
        `${graph}synchronization-synchronizationtemplate-get`,
      ),
      row(["templates.list", "templates.get"], "`schema` is answered where it is expanded only", "inferred"),
      row(
        ["templates.update"],
        "What is left out is erased: 204, by PATCH and by the PUT of the page's example",
        "documented",
        `${graph}synchronization-synchronizationtemplate-update`,
      ),
      row(
        ["templates.create", "templates.delete"],
        "As the metadata has them; a new one gets the schema of its `factoryTag`",
        "inferred",
      ),
    ],
  },
  {
    title: "Logs and directory",
    behaviours: [
      row(
        ["provisioningLogs.list"],
        "`$filter`, `$orderby`, `$top`, `$skiptoken`; no `$count`",
        "documented",
        `${graph}provisioningobjectsummary-list`,
      ),
      row(["provisioningLogs.list"], "Filters are case-sensitive, but for actions and states", "inferred"),
      row(["provisioningLogs.list"], "Entries are written by a script", "scripted"),
      row(
        ["provisioningLogs.list"],
        "Entries come 5 to 10 minutes late and are kept for 30 days",
        "missing",
        `${graph}resources/provisioningobjectsummary`,
      ),
      row(
        [...appReads, "users.get"],
        "Found by object id, appId or user principal name",
        "documented",
        `${graph}serviceprincipal-get`,
      ),
      row(
        ["servicePrincipals.owners"],
        "The owners of a service principal",
        "documented",
        `${graph}serviceprincipal-list-owners`,
      ),
      row(
        appReads,
        "`$expand=owners` answers the first 20",
        "documented",
        "https://learn.microsoft.com/graph/query-parameters",
      ),
      row(
        [],
        "`$expand=members` on groups answers the first 20",
        "documented",
        "https://learn.microsoft.com/graph/query-parameters",
      ),
      row([], "In the directory, what is selected and not set is null, and a list is empty", "inferred"),
      row(
        ["applicationTemplates.instantiate"],
        "An application and its service principal are made: 201",
        "documented",
        `${graph}applicationtemplate-instantiate`,
      ),
      row(
        ["applicationTemplates.instantiate"],
        "They have the app roles `User` and `msiam_access`, with the ids that these have in every tenant",
        "documented",
        "https://learn.microsoft.com/graph/tutorial-configure-entra-private-access",
      ),
      row(
        ["applicationTemplates.instantiate"],
        "Apps of the gallery; the emulator knows the template of an app of one's own alone",
        "missing",
        `${graph}applicationtemplate-instantiate`,
      ),
      row(
        [],
        "Users, groups, members, managers, owners, app role assignments and deleted items",
        "documented",
        `${graph}resources/users`,
      ),
      row(
        [],
        "`/$count` of any list of the directory is plain text, of those that pass `$filter`",
        "documented",
        "https://learn.microsoft.com/graph/aad-advanced-queries",
      ),
      row(
        [],
        "`/$count` there without `ConsistencyLevel: eventual` is 400 `Request_UnsupportedQuery`",
        "captured",
        "https://github.com/azurekid/ScEntra/issues/17",
      ),
      row(
        [],
        "An application that is deleted takes its service principal along",
        "documented",
        "https://learn.microsoft.com/entra/identity/enterprise-apps/restore-application",
      ),
      row([], "Delta queries, `$search`, dynamic groups, deleted apps", "missing", `${graph}resources/users`),
      row([], "Every new app has one template, `scim`", "inferred"),
    ],
  },
  {
    title: "Everywhere",
    behaviours: [
      row([], "Errors have Graph's body and request ids", "documented", "https://learn.microsoft.com/graph/errors"),
      row(
        [],
        "A body that is not `application/json` in UTF-8, or is compressed, is 415",
        "documented",
        "https://learn.microsoft.com/graph/errors",
      ),
      row([], "The code of a 415 is `UnsupportedMediaType`, its message the emulator's own", "inferred"),
      row(
        [],
        "A body without a media type is 400 `Unable to read JSON request payload.`",
        "captured",
        "https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/6337",
      ),
      row([], "A schema of more than 4 MiB and any other body of more than 1 MiB are 413", "inferred"),
      row([], "A body in which an object has a property twice is 400", "inferred"),
      row([], "An address of more than 8,192 characters is 414 `RequestUriTooLong`", "inferred"),
      row([], "Answers that a client may keep say `cache-control: no-cache`, all others `no-store`", "inferred"),
      row(
        [],
        "A method or an address that the service lacks is 404 `UnknownError`",
        "captured",
        "https://github.com/microsoftgraph/msgraph-metadata/issues/676",
      ),
      row(
        [],
        "`$select`, `$expand`, `$filter`, `$orderby`, `$top`, `$skiptoken` and `$count` as OData has them; any other option is 400",
        "documented",
        "https://learn.microsoft.com/graph/query-parameters",
      ),
      row(
        [],
        "An option without its `$`, which Graph takes in beta and in parts of v1.0, is 400",
        "missing",
        "https://learn.microsoft.com/graph/query-parameters",
      ),
      row([], "A body of an action or a new job with a member that is not known is 400", "inferred"),
      row([], "Jobs, templates and directories take the options of collections, which no page promises", "inferred"),
      row(
        [],
        "`/$count` of jobs, templates, secrets, directories, functions and operators is plain text; it needs no header",
        "inferred",
      ),
      row(
        [],
        "Batches of up to 20 requests, with `dependsOn`",
        "documented",
        "https://learn.microsoft.com/graph/json-batching",
      ),
      row(
        [],
        "A request in a batch with a body and no `Content-Type` refuses the whole batch",
        "captured",
        "https://github.com/Softeria/ms-365-mcp-server/issues/677",
      ),
      row([], "Permissions, throttling, quotas", "missing", "https://learn.microsoft.com/graph/throttling-limits"),
    ],
  },
];

/**
 * @param {readonly string[]} of
 * @param {string} does
 * @param {Evidence} evidence
 * @param {string} [source]
 * @returns {Behaviour}
 */
function row(of, does, evidence, source) {
  return source === undefined ? { of, does, evidence } : { of, does, evidence, source };
}
