import { toArray } from "@graph-sync/core";
import type { Call } from "./calls.ts";
import { placeholders } from "./placeholders.ts";

const { id, servicePrincipalId, jobId } = placeholders;
const overviewId = "60443998-8cf7-4e61-b05c-a53b658cb5e1";

export const jobCalls: Readonly<Record<string, Call>> = {
  "list-jobs": (graph) => toArray(graph.servicePrincipals(id).synchronization.jobs.list()),
  "create-job": (graph) => graph.servicePrincipals(id).synchronization.jobs.create({ templateId: "BoxOutDelta" }),
  "get-job": (graph) => graph.servicePrincipals(id).synchronization.jobs(jobId).get(),
  "delete-job": (graph) => graph.servicePrincipals(id).synchronization.jobs(jobId).delete(),
  "start-job": (graph) => graph.servicePrincipals(id).synchronization.jobs(jobId).start(),
  "pause-job": (graph) => graph.servicePrincipals(id).synchronization.jobs(jobId).pause(),
  "restart-job": (graph) =>
    graph.servicePrincipals(id).synchronization.jobs(jobId).restart(["Watermark", "Escrows", "QuarantineState"]),
  "validate-credentials": (graph) =>
    graph
      .servicePrincipals(id)
      .synchronization.jobs(id)
      .validateCredentials({
        credentials: [
          { key: "UserName", value: "user@domain.com" },
          { key: "Password", value: "password-value" },
        ],
      }),
  "provision-on-demand-skipped": (graph) =>
    graph
      .servicePrincipals("c8c95753-f628-48e1-9fab-76c2d4cf624c")
      .synchronization.jobs("3f7565a3-fde6-4e4d-bda8-1bb70aba3612")
      .provisionOnDemand({
        ruleId: "ea807875-5618-4f0a-9125-0b46a05298ca",
        subjects: [{ objectId: "9bb0f679-a883-4a6f-8260-35b491b8b8c8", objectTypeName: "User" }],
      }),
  "provision-on-demand-from-active-directory": (graph) =>
    graph
      .servicePrincipals("3e916d82-dd59-4944-824d-93092908fd8d")
      .synchronization.jobs("264ea562-28cd-42b1-93e0-8de1f0560581")
      .provisionOnDemand({
        ruleId: "6c409270-f78a-4bc6-af23-7cf3ab6482fe",
        subjects: [{ objectId: "CN=AdeleV,CN=Users,DC=corp,DC=chicago,DC=com", objectTypeName: "user" }],
      }),
  "provision-on-demand-group": (graph) =>
    graph
      .servicePrincipals("4e116d82-dd59-4944-824d-93091408fd8d")
      .synchronization.jobs("664ea562-18cd-42bb-33e0-8de1f0560581")
      .provisionOnDemand([
        {
          ruleId: "33f7c90d-bf71-41b1-bda6-aaf0ddbee5d8#V2",
          subjects: [
            {
              objectId: "8213fd99-d6b6-417b-8e13-af6334856215",
              objectTypeName: "Group",
              links: {
                members: [
                  { objectId: "cbc86211-6ada-4803-b73f-8039cf56d8a2", objectTypeName: "User" },
                  { objectId: "2bc86211-6ada-4803-b73f-8039cf56d8a2", objectTypeName: "User" },
                ],
              },
            },
          ],
        },
      ]),

  "overview-list-jobs": (graph) => toArray(graph.servicePrincipals(overviewId).synchronization.jobs.list()),
  "overview-get-job": (graph) =>
    graph
      .servicePrincipals(overviewId)
      .synchronization.jobs("SfSandboxOutDelta.e4bbf44533ea4eabb17027f3a92e92aa")
      .get(),

  "cross-tenant-validate-credentials": (graph) =>
    graph.servicePrincipals(servicePrincipalId).synchronization.jobs.validateCredentials({
      useSavedCredentials: false,
      templateId: "Azure2Azure",
      credentials: [
        { key: "CompanyId", value: placeholders.targetTenantId },
        { key: "AuthenticationType", value: "SyncPolicy" },
      ],
    }),
  "cross-tenant-create-job": (graph) =>
    graph.servicePrincipals(servicePrincipalId).synchronization.jobs.create({ templateId: "Azure2Azure" }),
  "cross-tenant-start-job": (graph) => graph.servicePrincipals(servicePrincipalId).synchronization.jobs(jobId).start(),
  "cross-tenant-get-job": (graph) => graph.servicePrincipals(servicePrincipalId).synchronization.jobs(jobId).get(),
  "cross-tenant-provision-on-demand": (graph) =>
    graph
      .servicePrincipals(servicePrincipalId)
      .synchronization.jobs(jobId)
      .provisionOnDemand({
        ruleId: placeholders.ruleId,
        subjects: [{ objectId: placeholders.userObjectId, objectTypeName: "User" }],
      }),
};
