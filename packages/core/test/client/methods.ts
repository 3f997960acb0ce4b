import { type Client, type SynchronizationClient, toArray } from "@graph-sync/core";

/** One way through the fluent client to one row, and what it must send. */
export interface Method<On> {
  /** The row that it must reach. */
  readonly row: string;
  readonly call: (on: On) => Promise<unknown>;
  /** Method, then the path with its query: below the container of a root, or below the version. */
  readonly sends: `${"GET" | "POST" | "PUT" | "PATCH" | "DELETE"} ${string}`;
  /** What is sent as JSON; nothing where it is left out. */
  readonly body?: unknown;
  /** Of the body; `application/json` unless told. */
  readonly contentType?: string;
}

const jobId = "scim.fc96887f36da47508c935c28a0c0b6da.8f782d8a-7b79-4417-aab7-f96538801e92";
const schema = { id: jobId, version: "v1.2", synchronizationRules: [], directories: [] };
const template = { id: "Slack", applicationId: "a1", factoryTag: "CustomSCIM" };
const pair = { key: "BaseAddress", value: "https://scim.example" };
const validation = { useSavedCredentials: false, templateId: "scim", credentials: [pair] };
const subject = { ruleId: "r1#V2", subjects: [{ objectId: "u1", objectTypeName: "User" }] };
const expression = { expression: "Not([accountEnabled])", testInputObject: null };
const settings = { synchronizationJobSettings: [{ name: "QuarantineTooManyDeletesThreshold", value: "500" }] };
const upload = {
  schemas: ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
  Operations: [
    {
      method: "POST",
      bulkId: "1",
      path: "/Users",
      data: { schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"], externalId: "1" },
    },
  ],
} as const;

/** Of a `synchronization` client; each is tried below both roots. */
export const synchronizationMethods: readonly Method<SynchronizationClient>[] = [
  {
    row: "synchronization.get",
    call: (sync) => sync.get({ select: ["id", "secrets"], expand: ["jobs", "templates"] }),
    sends: "GET ?$select=id,secrets&$expand=jobs,templates",
  },
  {
    row: "synchronization.acquireAccessToken",
    call: (sync) => sync.acquireAccessToken([{ key: "Oauth2AuthorizationCode", value: "code" }]),
    sends: "POST /acquireAccessToken",
    body: { credentials: [{ key: "Oauth2AuthorizationCode", value: "code" }] },
  },
  { row: "synchronization.ping", call: (sync) => sync.ping(), sends: "GET /Ping()" },

  { row: "secrets.list", call: (sync) => toArray(sync.secrets.list()), sends: "GET /secrets" },
  {
    row: "secrets.replace",
    call: (sync) => sync.secrets.replace([pair]),
    sends: "PUT /secrets",
    body: { value: [pair] },
  },
  {
    row: "connectivityParameters.list",
    call: (sync) => toArray(sync.connectivityParameters.list()),
    sends: "GET /connectivityParameters",
  },
  {
    row: "connectivityParameters.update",
    call: (sync) => sync.connectivityParameters.update({ value: "x" }),
    sends: "PATCH /connectivityParameters",
    body: { value: "x" },
  },

  {
    row: "jobs.list",
    call: (sync) => toArray(sync.jobs.list({ expand: ["schema"], filter: "templateId eq 'scim'", top: 5 })),
    sends: "GET /jobs?$expand=schema&$filter=templateId%20eq%20'scim'&$top=5",
  },
  {
    row: "jobs.create",
    call: (sync) => sync.jobs.create({ templateId: "scim" }),
    sends: "POST /jobs",
    body: { templateId: "scim" },
  },
  {
    row: "jobs.validateCredentialsForTemplate",
    call: (sync) => sync.jobs.validateCredentials(validation),
    sends: "POST /jobs/validateCredentials",
    body: validation,
  },
  {
    row: "jobs.get",
    call: (sync) => sync.jobs(jobId).get({ select: ["id", "status"] }),
    sends: `GET /jobs/${jobId}?$select=id,status`,
  },
  {
    row: "jobs.update",
    call: (sync) => sync.jobs(jobId).update(settings),
    sends: `PATCH /jobs/${jobId}`,
    body: settings,
  },
  { row: "jobs.delete", call: (sync) => sync.jobs(jobId).delete(), sends: `DELETE /jobs/${jobId}` },
  { row: "jobs.start", call: (sync) => sync.jobs(jobId).start(), sends: `POST /jobs/${jobId}/start` },
  { row: "jobs.pause", call: (sync) => sync.jobs(jobId).pause(), sends: `POST /jobs/${jobId}/pause` },
  { row: "jobs.restart", call: (sync) => sync.jobs(jobId).restart(), sends: `POST /jobs/${jobId}/restart` },
  {
    row: "jobs.restart",
    call: (sync) => sync.jobs(jobId).restart("ForceDeletes"),
    sends: `POST /jobs/${jobId}/restart`,
    body: { criteria: { resetScope: "ForceDeletes" } },
  },
  {
    row: "jobs.restart",
    call: (sync) => sync.jobs(jobId).restart(["Watermark", "Escrows"]),
    sends: `POST /jobs/${jobId}/restart`,
    body: { criteria: { resetScope: "Watermark, Escrows" } },
  },
  {
    row: "jobs.validateCredentials",
    call: (sync) => sync.jobs(jobId).validateCredentials({ useSavedCredentials: true }),
    sends: `POST /jobs/${jobId}/validateCredentials`,
    body: { useSavedCredentials: true },
  },
  {
    row: "jobs.validateConnectivity",
    call: (sync) => sync.jobs(jobId).validateConnectivity(),
    sends: `POST /jobs/${jobId}/validateConnectivity`,
  },
  {
    row: "jobs.provisionOnDemand",
    call: (sync) => sync.jobs(jobId).provisionOnDemand(subject),
    sends: `POST /jobs/${jobId}/provisionOnDemand`,
    body: { parameters: [subject] },
  },
  {
    row: "jobs.bulkUpload",
    call: (sync) => sync.jobs(jobId).bulkUpload(upload),
    sends: `POST /jobs/${jobId}/bulkUpload`,
    body: upload,
    contentType: "application/scim+json",
  },
  {
    row: "objectConnections.get",
    call: (sync) => sync.jobs(jobId).objectConnections("o1").get(),
    sends: `GET /jobs/${jobId}/objectConnections/o1`,
  },
  {
    row: "objectConnections.delete",
    call: (sync) => sync.jobs(jobId).objectConnections("o1").delete(),
    sends: `DELETE /jobs/${jobId}/objectConnections/o1`,
  },
  ...schemaMethods("jobs.schema", `/jobs/${jobId}/schema`, (sync) => sync.jobs(jobId)),

  {
    row: "templates.list",
    call: (sync) => toArray(sync.templates.list({ select: ["id", "factoryTag"] })),
    sends: "GET /templates?$select=id,factoryTag",
  },
  {
    row: "templates.create",
    call: (sync) => sync.templates.create(template),
    sends: "POST /templates",
    body: template,
  },
  {
    row: "templates.get",
    call: (sync) => sync.templates("Slack").get({ expand: ["schema"] }),
    sends: "GET /templates/Slack?$expand=schema",
  },
  {
    row: "templates.update",
    call: (sync) => sync.templates("Slack").update(template),
    sends: "PATCH /templates/Slack",
    body: template,
  },
  { row: "templates.delete", call: (sync) => sync.templates("Slack").delete(), sends: "DELETE /templates/Slack" },
  ...schemaMethods("templates.schema", "/templates/Slack/schema", (sync) => sync.templates("Slack")),
];

/** A job and a template have the same methods for their schema, each over rows of its own. */
function schemaMethods(
  rows: "jobs.schema" | "templates.schema",
  path: string,
  owner: (sync: SynchronizationClient) => Pick<ReturnType<SynchronizationClient["jobs"]>, "schema">,
): readonly Method<SynchronizationClient>[] {
  return [
    {
      row: `${rows}.get`,
      call: (sync) => owner(sync).schema.get({ expand: ["directories"] }),
      sends: `GET ${path}?$expand=directories`,
    },
    { row: `${rows}.replace`, call: (sync) => owner(sync).schema.replace(schema), sends: `PUT ${path}`, body: schema },
    { row: `${rows}.reset`, call: (sync) => owner(sync).schema.reset(), sends: `DELETE ${path}` },
    {
      row: `${rows}.functions`,
      call: (sync) => toArray(owner(sync).schema.functions()),
      sends: `GET ${path}/functions`,
    },
    {
      row: `${rows}.filterOperators`,
      call: (sync) => toArray(owner(sync).schema.filterOperators()),
      sends: `GET ${path}/filterOperators`,
    },
    {
      row: `${rows}.parseExpression`,
      call: (sync) => owner(sync).schema.parseExpression(expression),
      sends: `POST ${path}/parseExpression`,
      body: expression,
    },
    {
      row: `${rows}.directories.list`,
      call: (sync) => toArray(owner(sync).schema.directories.list({ orderby: "name desc" })),
      sends: `GET ${path}/directories?$orderby=name%20desc`,
    },
    {
      row: `${rows}.directories.get`,
      call: (sync) =>
        owner(sync)
          .schema.directories("d1")
          .get({ select: ["id", "objects"] }),
      sends: `GET ${path}/directories/d1?$select=id,objects`,
    },
    {
      row: `${rows}.directories.discover`,
      call: (sync) => owner(sync).schema.directories("d1").discover(),
      sends: `POST ${path}/directories/d1/discover`,
    },
  ];
}

/** Of the client itself. */
export const directoryMethods: readonly Method<Client>[] = [
  {
    row: "servicePrincipals.list",
    call: (graph) => toArray(graph.servicePrincipals.list({ search: '"displayName:sales"', count: true })),
    sends: "GET /servicePrincipals?$search=%22displayName%3Asales%22&$count=true",
  },
  {
    row: "servicePrincipals.get",
    call: (graph) => graph.servicePrincipals("s1").get({ select: ["id", "appId"] }),
    sends: "GET /servicePrincipals/s1?$select=id,appId",
  },
  {
    row: "servicePrincipals.getByAppId",
    call: (graph) => graph.servicePrincipals.getByAppId("a'1", { select: ["id"] }),
    sends: "GET /servicePrincipals(appId='a''1')?$select=id",
  },
  {
    row: "applications.getByAppId",
    call: (graph) => graph.applications.getByAppId("a1", { select: ["id"] }),
    sends: "GET /applications(appId='a1')?$select=id",
  },
  {
    row: "servicePrincipals.owners",
    call: (graph) => toArray(graph.servicePrincipals("s1").owners({ top: 1 })),
    sends: "GET /servicePrincipals/s1/owners?$top=1",
  },
  {
    row: "applications.list",
    call: (graph) => toArray(graph.applications.list({ expand: ["owners"] })),
    sends: "GET /applications?$expand=owners",
  },
  {
    row: "applications.get",
    call: (graph) => graph.applications("a1").get({ select: ["id"] }),
    sends: "GET /applications/a1?$select=id",
  },
  {
    row: "applicationTemplates.instantiate",
    call: (graph) => graph.applicationTemplates("t1").instantiate({ displayName: "Test app" }),
    sends: "POST /applicationTemplates/t1/instantiate",
    body: { displayName: "Test app" },
  },
  {
    row: "users.get",
    call: (graph) => graph.users("megan@contoso.com").get({ expand: ["manager"] }),
    sends: "GET /users/megan%40contoso.com?$expand=manager",
  },
  {
    row: "provisioningLogs.list",
    call: (graph) => toArray(graph.auditLogs.provisioning({ filter: "jobid eq 'scim.1'", top: 500 })),
    sends: "GET /auditLogs/provisioning?$filter=jobid%20eq%20'scim.1'&$top=500",
  },
];
