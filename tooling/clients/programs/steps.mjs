/**
 * What a client does in a tenant, from a new app to its end: every operation of the contract at least once, and by the
 * applications where Graph's page says so. `{name}` stands for what is known by then.
 * @typedef {object} Step
 * @property {string} operation its id in the contract, or a name like one
 * @property {string} method
 * @property {string} path below the version
 * @property {"beta"} [version] v1.0 unless told
 * @property {Readonly<Record<string, string>>} [query]
 * @property {unknown} [body]
 * @property {string} [contentType] of the body, `application/json` unless told
 * @property {(answer: any) => object} [keep] what is known from its answer on
 */

const root = "/servicePrincipals/{servicePrincipalId}/synchronization";
const job = `${root}/jobs/{jobId}`;
const byApplication = "/applications/{applicationId}/synchronization";
const template = `${byApplication}/templates/{templateId}`;
const link = "/servicePrincipals/{scripted}/synchronization/jobs/{scriptedJob}";
const expand = { $expand: "jobs,templates" };
const saved = [
  { key: "BaseAddress", value: "https://scim.example/v2" },
  { key: "SecretToken", value: "s3cr3t" },
];
const code = [
  { key: "Oauth2AuthorizationCode", value: "good-once" },
  { key: "Oauth2TokenExchangeUri", value: "https://scim.example/token" },
];
const documentedExpression = { expression: 'Replace([mail], "@", , , "", , )' };
const bulkRequest = {
  schemas: ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
  Operations: [
    {
      method: "POST",
      path: "/Users",
      bulkId: "1",
      data: { schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"], externalId: "701984" },
    },
  ],
};
const newTemplate = { id: "{newTemplateId}", applicationId: "{appId}", factoryTag: "{factoryTag}" };
const newUser = {
  accountEnabled: true,
  displayName: "Ada Example",
  mailNickname: "ada",
  userPrincipalName: "ada@clients.example",
  passwordProfile: { password: "n0t-a-secret" },
};

/** A schema below a job or a template. @returns {Step[]} */
const schemaSteps = (owner, place) => [
  { operation: `${owner}.schema.get`, method: "GET", path: `${place}/schema`, keep: (schema) => ({ schema }) },
  { operation: `${owner}.schema.replace`, method: "PUT", path: `${place}/schema`, body: "{schema}" },
  { operation: `${owner}.schema.get`, method: "GET", path: `${place}/schema` },
  { operation: `${owner}.schema.functions`, method: "GET", path: `${place}/schema/functions` },
  { operation: `${owner}.schema.filterOperators`, method: "GET", path: `${place}/schema/filterOperators` },
  {
    operation: `${owner}.schema.parseExpression`,
    method: "POST",
    path: `${place}/schema/parseExpression`,
    body: documentedExpression,
  },
  {
    operation: `${owner}.schema.directories.list`,
    method: "GET",
    path: `${place}/schema/directories`,
    keep: ({ value }) => ({ directoryId: value.find(({ discoverabilities }) => discoverabilities !== "None").id }),
  },
  {
    operation: `${owner}.schema.directories.get`,
    method: "GET",
    path: `${place}/schema/directories/{directoryId}`,
  },
  {
    operation: `${owner}.schema.directories.discover`,
    method: "POST",
    path: `${place}/schema/directories/{directoryId}/discover`,
  },
  { operation: `${owner}.schema.reset`, method: "DELETE", path: `${place}/schema` },
];

/** @type {readonly Step[]} */
export const steps = [
  {
    operation: "applications.create",
    method: "POST",
    path: "/applications",
    body: { displayName: "Made by a client" },
    keep: ({ id, appId }) => ({ applicationId: id, appId }),
  },
  {
    operation: "servicePrincipals.create",
    method: "POST",
    path: "/servicePrincipals",
    body: { appId: "{appId}" },
    keep: ({ id }) => ({ servicePrincipalId: id }),
  },
  {
    operation: "applicationTemplates.instantiate",
    method: "POST",
    path: "/applicationTemplates/8adf8e6e-67b2-4cf2-a259-e3dc5476c621/instantiate",
    body: { displayName: "From the gallery" },
  },
  {
    operation: "users.create",
    method: "POST",
    path: "/users",
    body: newUser,
    keep: ({ id }) => ({ userId: id }),
  },
  { operation: "users.get", method: "GET", path: "/users/{userId}" },
  { operation: "applications.list", method: "GET", path: "/applications" },
  { operation: "applications.get", method: "GET", path: "/applications/{applicationId}" },
  { operation: "applications.getByAppId", method: "GET", path: "/applications(appId='{appId}')" },
  { operation: "servicePrincipals.list", method: "GET", path: "/servicePrincipals" },
  { operation: "servicePrincipals.get", method: "GET", path: "/servicePrincipals/{servicePrincipalId}" },
  { operation: "servicePrincipals.getByAppId", method: "GET", path: "/servicePrincipals(appId='{appId}')" },
  { operation: "servicePrincipals.owners", method: "GET", path: "/servicePrincipals/{servicePrincipalId}/owners" },

  {
    operation: "templates.list",
    method: "GET",
    path: `${root}/templates`,
    keep: ({ value: [{ id, factoryTag }] }) => ({ templateId: id, factoryTag, newTemplateId: `${id}2` }),
  },
  {
    operation: "jobs.create",
    method: "POST",
    path: `${root}/jobs`,
    body: { templateId: "{templateId}" },
    keep: idOfJob,
  },
  { operation: "secrets.replace", method: "PUT", path: `${root}/secrets`, body: { value: saved } },
  { operation: "secrets.list", method: "GET", path: `${root}/secrets` },
  {
    operation: "jobs.validateCredentialsForTemplate",
    method: "POST",
    path: `${root}/jobs/validateCredentials`,
    body: { templateId: "{templateId}", credentials: saved },
  },
  {
    operation: "jobs.validateCredentials",
    method: "POST",
    path: `${job}/validateCredentials`,
    body: { useSavedCredentials: true },
  },
  {
    operation: "jobs.validateConnectivity",
    method: "POST",
    path: `${job}/validateConnectivity`,
    version: "beta",
  },
  {
    operation: "synchronization.acquireAccessToken",
    method: "POST",
    path: `${root}/acquireAccessToken`,
    body: { credentials: code },
  },
  {
    operation: "connectivityParameters.update",
    method: "PATCH",
    path: `${root}/connectivityParameters`,
    version: "beta",
    body: { value: [{ key: "SyncAll", value: "false" }] },
  },
  {
    operation: "connectivityParameters.list",
    method: "GET",
    path: `${root}/connectivityParameters`,
    version: "beta",
  },
  { operation: "synchronization.ping", method: "GET", path: `${root}/Ping()`, version: "beta" },

  ...schemaSteps("jobs", job),
  {
    operation: "jobs.update",
    method: "PATCH",
    path: job,
    body: { synchronizationJobSettings: [{ name: "QuarantineTooManyDeletesThreshold", value: "500" }] },
  },
  { operation: "jobs.start", method: "POST", path: `${job}/start` },
  { operation: "jobs.get", method: "GET", path: job },
  { operation: "jobs.pause", method: "POST", path: `${job}/pause` },
  { operation: "jobs.get", method: "GET", path: job },
  { operation: "jobs.restart", method: "POST", path: `${job}/restart`, body: { criteria: { resetScope: "Full" } } },
  { operation: "jobs.get", method: "GET", path: job },
  {
    operation: "jobs.bulkUpload",
    method: "POST",
    path: `${job}/bulkUpload`,
    body: bulkRequest,
    contentType: "application/scim+json",
  },
  { operation: "jobs.list", method: "GET", path: `${root}/jobs`, query: { $select: "id,templateId" } },
  { operation: "synchronization.get", method: "GET", path: root, query: expand },
  { operation: "synchronization.get", method: "GET", path: byApplication, query: expand },

  { operation: "templates.create", method: "POST", path: `${root}/templates`, body: newTemplate },
  {
    operation: "templates.update",
    method: "PATCH",
    path: template,
    body: { applicationId: "{appId}", factoryTag: "{factoryTag}", description: "Changed", default: true },
  },
  { operation: "templates.get", method: "GET", path: template },
  ...schemaSteps("templates", template),
  { operation: "templates.delete", method: "DELETE", path: `${root}/templates/{newTemplateId}` },

  {
    operation: "jobs.provisionOnDemand",
    method: "POST",
    path: `${link}/provisionOnDemand`,
    body: {
      parameters: [{ ruleId: "{scriptedRule}", subjects: [{ objectId: "{userId}", objectTypeName: "User" }] }],
    },
  },
  { operation: "objectConnections.get", method: "GET", path: `${link}/objectConnections/linked`, version: "beta" },
  {
    operation: "objectConnections.delete",
    method: "DELETE",
    path: `${link}/objectConnections/linked`,
    version: "beta",
  },
  { operation: "provisioningLogs.list", method: "GET", path: "/auditLogs/provisioning" },
  { operation: "jobs.delete", method: "DELETE", path: job },
];

/** Where the job is from then on. */
function idOfJob({ id }) {
  return { jobId: id };
}
