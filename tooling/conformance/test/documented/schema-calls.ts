import { type Client, type SchemaClient, toArray } from "@graph-sync/core";
import type { Call } from "./calls.ts";
import { placeholders } from "./placeholders.ts";

const { id, servicePrincipalId, jobId, directoryId } = placeholders;

export const schemaCalls: Readonly<Record<string, Call>> = {
  "get-schema": (graph) => schema(graph).get(),
  "overview-get-schema": (graph) => schema(graph).get(),
  "cross-tenant-get-schema": (graph) =>
    graph.servicePrincipals(servicePrincipalId).synchronization.jobs(jobId).schema.get(),
  "reset-schema": (graph) => schema(graph).reset(),
  "list-functions": (graph) => toArray(schema(graph).functions()),
  "list-filter-operators": (graph) => toArray(schema(graph).filterOperators()),
  "discover-directory": (graph) => schema(graph).directories(directoryId).discover(),
  "replace-schema": (graph) =>
    schema(graph).replace({
      directories: [
        {
          name: "Azure Active Directory",
          objects: [{ name: "User", attributes: [{ name: "userPrincipalName", type: "string" }] }],
        },
        { name: "Salesforce" },
      ],
      synchronizationRules: [
        {
          name: "USER_TO_USER",
          sourceDirectoryName: "Azure Active Directory",
          targetDirectoryName: "Salesforce",
          objectMappings: [
            {
              sourceObjectName: "User",
              targetObjectName: "User",
              attributeMappings: [{ source: {}, targetAttributeName: "userName" }],
            },
          ],
        },
      ],
    }),
  "parse-expression": (graph) =>
    // The page puts the service principal's placeholder for the job too.
    graph
      .servicePrincipals(id)
      .synchronization.jobs(id)
      .schema.parseExpression({
        expression: 'Replace([preferredLanguage], "-", , , "_", ,  )',
        targetAttributeDefinition: null,
        testInputObject: {
          definition: null,
          properties: [
            ...Object.entries(testInput).map(([key, value]) => ({ key, value })),
            { key: "appRoleAssignments", "value@odata.type": "#Collection(String)", value: ["Default Assignment"] },
          ],
        },
      }),
};

function schema(graph: Client): SchemaClient {
  return graph.servicePrincipals(id).synchronization.jobs(jobId).schema;
}

const samples = Array.from({ length: 15 }, (_, at) => `Sample ${at < 6 ? at + 1 : 1}`);

/** In the order of the page. */
const testInput: Readonly<Record<string, string>> = {
  objectId: "66E4A8CC-1B7B-435E-95F8-F06CEA133828",
  IsSoftDeleted: "false",
  accountEnabled: "true",
  streetAddress: "1 Redmond Way",
  city: "Redmond",
  state: "WA",
  postalCode: "98052",
  country: "USA",
  department: "Sales",
  displayName: "John Smith",
  ...Object.fromEntries(samples.map((sample, at) => [`extensionAttribute${at + 1}`, sample])),
  givenName: "John",
  jobTitle: "Finance manager",
  mail: "johns@contoso.com",
  mailNickname: "johns",
  manager: "maxs@contoso.com",
  mobile: "425-555-0010",
  onPremisesSecurityIdentifier: "66E4A8CC-1B7B-435E-95F8-F06CEA133828",
  "passwordProfile.password": "",
  physicalDeliveryOfficeName: "Main Office",
  preferredLanguage: "EN-US",
  proxyAddresses: "",
  surname: "Smith",
  telephoneNumber: "425-555-0011",
  userPrincipalName: "johns@contoso.com",
};
