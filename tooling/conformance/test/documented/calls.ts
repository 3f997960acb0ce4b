import { type Client, isGraphServiceError, odataString, request, toArray } from "@graph-sync/core";
import { bulkUploadCalls } from "./bulk-upload-calls.ts";
import { jobCalls } from "./job-calls.ts";
import { placeholders } from "./placeholders.ts";
import { schemaCalls } from "./schema-calls.ts";

/** The call of the fluent client that stands for an example. What it sends is typed here again, so that types are tried too. */
export type Call = (graph: Client) => Promise<unknown>;

const { id, servicePrincipalId, applicationsId, templateId } = placeholders;

/** One call for each example that has a request, by the name of its file. */
export const calls: ReadonlyMap<string, Call> = new Map<string, Call>([
  ...Object.entries(jobCalls),
  ...Object.entries(schemaCalls),
  ...Object.entries(bulkUploadCalls),
  ["get-synchronization", (graph) => graph.applications(applicationsId).synchronization.get()],
  [
    "acquire-access-token",
    (graph) => {
      // The page sends a pair that has nothing but its type, which a literal of the model could not have.
      const credential: { readonly "@odata.type": string; readonly value?: string } = {
        "@odata.type": "microsoft.graph.synchronizationSecretKeyStringValuePair",
      };
      return graph.applications(applicationsId).synchronization.acquireAccessToken([credential]);
    },
  ],
  [
    "overview-find-by-name",
    (graph) =>
      toArray(
        graph.servicePrincipals.list({
          select: ["id", "appId", "displayName"],
          filter: `startswith(displayName, ${odataString("salesforce")})`,
        }),
      ),
  ],
  [
    "overview-find-by-app-id",
    (graph) =>
      graph.servicePrincipals.getByAppId("219561ee-1480-4c67-9aa6-63d861fae3ef", {
        select: ["id", "appId", "displayName"],
      }),
  ],
  ["list-templates", (graph) => toArray(graph.servicePrincipals(id).synchronization.templates.list())],
  ["get-template", (graph) => graph.servicePrincipals(id).synchronization.templates("Slack").get()],
  [
    "update-template",
    (graph) =>
      graph
        .applications(id)
        .synchronization.templates(templateId)
        .update({ id: "Slack", applicationId: id, factoryTag: "CustomSCIM" }),
  ],
  [
    "replace-secrets",
    (graph) =>
      graph.servicePrincipals(id).synchronization.secrets.replace([
        { key: "BaseAddress", value: "user@domain.com" },
        { key: "SecretToken", value: "password-value" },
        { key: "SyncNotificationSettings", value: '{"Enabled":false,"DeleteThresholdEnabled":false}' },
        { key: "SyncAll", value: "false" },
      ]),
  ],
  [
    "cross-tenant-replace-secrets",
    (graph) =>
      graph.servicePrincipals(servicePrincipalId).synchronization.secrets.replace([
        { key: "AuthenticationType", value: "SyncPolicy" },
        { key: "CompanyId", value: placeholders.targetTenantId },
        {
          key: "SyncNotificationSettings",
          value: '{"Enabled":false,"DeleteThresholdEnabled":false,"HumanResourcesLookaheadQueryEnabled":false}',
        },
        { key: "SyncAll", value: "false" },
      ]),
  ],
  ["list-provisioning-logs", (graph) => toArray(graph.auditLogs.provisioning())],
  ["list-provisioning-logs-failure", (graph) => toArray(graph.auditLogs.provisioning())],
  [
    "cross-tenant-list-provisioning-logs",
    (graph) => {
      const literal = odataString(servicePrincipalId);
      const ours = ["id", "displayName"].map((name) => `contains(tolower(servicePrincipal/${name}), ${literal})`);
      const between = "activityDateTime gt 2023-07-30 and activityDateTime lt 2023-07-31";
      return toArray(
        graph.auditLogs.provisioning({
          filter: `((${ours.join(" or ")}) and ${between})`,
          top: 500,
          orderby: "activityDateTime desc",
        }),
      );
    },
  ],
  [
    "issue-820-patch-schema",
    async (graph) => {
      const path =
        "/servicePrincipals/acc560a1-67df-4d8d-abd0-7cf74a1d7211/synchronization/jobs/" +
        "gsuite.b126ececd749434c915e443764450031.8f782d8a-7b79-4417-aab7-f96538801e92/schema";
      try {
        return await request(graph, { method: "PATCH", path, body: {} });
      } catch (error) {
        if (!isGraphServiceError(error)) throw error;
        const { status, code, serviceMessage, requestId, clientRequestId, date } = error;
        return { status, code, serviceMessage, requestId, clientRequestId, date };
      }
    },
  ],
]);
