import type { Example } from "./examples.ts";
import { placeholders } from "./placeholders.ts";

/** An example that cannot be replayed as it is documented, what is done instead, and why. */
export interface Deviation {
  /** The name of its file without the extension. */
  readonly example: string;
  readonly does: string;
  readonly why: string;
  /** What differs from the documented exchange; `not replayed` where there is none. */
  readonly instead: "not replayed" | ((documented: Example) => Instead);
}

export interface Instead {
  readonly request?: Partial<Example["request"]>;
  readonly response?: Partial<Example["response"]>;
  /** What the call gives; the documented answer unless told. */
  readonly answer?: unknown;
}

/** The client-request-id is that of the page's own call, and a service answers with that of the request. */
const notOurs = "client-request-id";

/** The documented "body" is a list of headers: they are sent as such, and the call gives the one that says something. */
function headersInBody({ response }: Example): Instead {
  const printed = Object.entries(response.body ?? {}).map(([name, value]) => [name, String(value)] as const);
  const headers = Object.fromEntries(printed.filter(([name]) => name !== notOurs));
  return { response: { headers, body: null }, answer: { location: headers["location"] } };
}

const headersAsBody = {
  does: `The answer has the printed members but ${notOurs} as headers, and no body; the call gives the Location.`,
  why: "The page prints the headers of a 202 as its body, content-length 0 among them.",
} as const;

const cut = "The answer is cut on the page, so that it is not JSON.";

export const deviations: readonly Deviation[] = [
  {
    example: "get-synchronization",
    does: "The call gives the entity without the envelope.",
    why: "The draft wraps a single entity in `value`; Microsoft's SDKs expect the bare entity.",
    instead: () => ({
      answer: {
        "@odata.type": "#microsoft.graph.synchronization",
        id: "9c7e96e7-96e7-9c7e-e796-7e9ce7967e9c",
        secrets: [{ "@odata.type": "microsoft.graph.synchronizationSecretKeyStringValuePair" }],
      },
    }),
  },
  {
    example: "overview-find-by-app-id",
    does: "The call gives the entity without the list around it.",
    why: "An alternate key names one entity; the page prints it as a list of one.",
    instead: () => ({
      answer: {
        id: "d813d7d7-0f41-4edc-b284-d0dfaf399d15",
        appId: "219561ee-1480-4c67-9aa6-63d861fae3ef",
        displayName: "salesforce 3",
      },
    }),
  },
  { example: "bulk-upload-standard-schema", ...headersAsBody, instead: headersInBody },
  { example: "bulk-upload-custom-schema", ...headersAsBody, instead: headersInBody },
  { example: "bulk-upload-update", ...headersAsBody, instead: headersInBody },
  {
    example: "bulk-upload-operation",
    does: "Nothing is sent.",
    why: "It is a part of a body on a resource page, with no request around it.",
    instead: "not replayed",
  },
  {
    example: "update-template",
    does: "PATCH is sent instead of PUT.",
    why: "The page gives PATCH as the HTTP request, and its example sends PUT; the metadata has PATCH.",
    instead: () => ({ request: { method: "PATCH" } }),
  },
  {
    example: "issue-820-patch-schema",
    does: "It is sent through `request` with an empty object, and the answer is an error.",
    why: "The service has no PATCH of a schema, so the client has no method for it; the report does not show the body.",
    instead: () => ({
      request: { headers: { "content-type": "application/json" }, body: {} },
      answer: {
        status: 404,
        code: "UnknownError",
        serviceMessage:
          "No HTTP resource was found that matches the request URI 'https://syncfabric.windowsazure.com/api/" +
          "servicePrincipals('acc560a1-67df-4d8d-abd0-7cf74a1d7211')/synchronization/jobs('gsuite." +
          "b126ececd749434c915e443764450031.8f782d8a-7b79-4417-aab7-f96538801e92')/schema?api-version=2.0'.",
        requestId: "c86232e3-3a57-458c-8c44-3f2874146620",
        clientRequestId: "0bbde296-b67b-4dcd-a4fb-35fcd5fa98f5",
        date: "2024-07-18T07:14:15",
      },
    }),
  },
  {
    example: "cross-tenant-get-schema",
    does: "The answer is the part that is printed, with its brackets closed.",
    why: cut,
    instead: () => ({
      response: {
        body: {
          "@odata.context":
            "https://graph.microsoft.com/v1.0/$metadata#servicePrincipals('" +
            `${placeholders.servicePrincipalId}')/synchronization/jobs('${placeholders.jobId}')/schema/$entity`,
          id: placeholders.jobId,
          version: "v1.2",
          synchronizationRules: [
            {
              containerFilter: null,
              editable: true,
              groupFilter: null,
              id: placeholders.ruleId,
              name: "USER_INBOUND_USER",
              priority: 1,
              sourceDirectoryName: "Azure Active Directory",
              targetDirectoryName: "Azure Active Directory (target tenant)",
            },
          ],
        },
      },
    }),
  },
  {
    example: "cross-tenant-provision-on-demand",
    does: "The answer has the name of a .NET type as its key, as printed, and an empty list of steps in its value.",
    why: cut,
    instead: () => ({
      response: {
        body: {
          key: "Microsoft.Identity.Health.CPP.Common.DataContracts.SyncFabric.StatusInfo",
          value: '[{"provisioningSteps":[]}]',
        },
      },
    }),
  },
  {
    example: "cross-tenant-list-provisioning-logs",
    does: "The answer has no entries.",
    why: cut,
    instead: () => ({ response: { body: { value: [] } } }),
  },
];
