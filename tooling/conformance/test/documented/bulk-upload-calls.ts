import type { BulkUploadReceipt, Client, ScimBulkOperation, ScimUserData } from "@graph-sync/core";
import type { Call } from "./calls.ts";
import { placeholders } from "./placeholders.ts";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const custom = "urn:contoso:employee";
const schemas = ["urn:ietf:params:scim:schemas:core:2.0:User", enterprise];

export const bulkUploadCalls: Readonly<Record<string, Call>> = {
  "bulk-upload-standard-schema": (graph) => upload(graph, [barbara, kathy]),
  "bulk-upload-custom-schema": (graph) =>
    upload(graph, [
      withCustomSchema(barbara, { HireDate: "2021-05-01T00:00:00-05:00", JobCode: "AB-1002" }),
      withCustomSchema(kathy, { HireDate: "2022-07-15T00:00:00-05:00", JobCode: "AB-1003" }),
    ]),
  "bulk-upload-update": (graph) =>
    upload(graph, [{ schemas, externalId: "7172023", active: false, [enterprise]: { department: "Tour Ops" } }]),
};

function upload(graph: Client, people: readonly ScimUserData[]): Promise<BulkUploadReceipt> {
  const { servicePrincipalId, jobId } = placeholders;
  return graph
    .servicePrincipals(servicePrincipalId)
    .synchronization.jobs(jobId)
    .bulkUpload({
      schemas: ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
      Operations: people.map((data): ScimBulkOperation => ({
        method: "POST",
        bulkId: data.externalId,
        path: "/Users",
        data,
      })),
      failOnErrors: null,
    });
}

function withCustomSchema(data: ScimUserData, members: Readonly<Record<string, string>>): ScimUserData {
  return { ...data, schemas: [...schemas, custom], [custom]: members };
}

const employee = {
  schemas,
  userType: "Employee",
  preferredLanguage: "en-US",
  locale: "en-US",
  timezone: "America/Los_Angeles",
  active: true,
} as const;

const tourOperations = {
  employeeNumber: "701984",
  costCenter: "4130",
  organization: "Universal Studios",
  division: "Theme Park",
  department: "Tour Operations",
} as const;

const barbara: ScimUserData = {
  ...employee,
  externalId: "701984",
  userName: "bjensen@example.com",
  name: {
    formatted: "Ms. Barbara J Jensen, III",
    familyName: "Jensen",
    givenName: "Barbara",
    middleName: "Jane",
    honorificPrefix: "Ms.",
    honorificSuffix: "III",
  },
  displayName: "Babs Jensen",
  nickName: "Babs",
  emails: [{ value: "bjensen@example.com", type: "work", primary: true }],
  addresses: [
    {
      type: "work",
      streetAddress: "234300 Universal City Plaza",
      locality: "Hollywood",
      region: "CA",
      postalCode: "91608",
      country: "USA",
      formatted: "100 Universal City Plaza\nHollywood, CA 91608 USA",
      primary: true,
    },
  ],
  phoneNumbers: [{ value: "555-555-5555", type: "work" }],
  title: "Tour Guide",
  [enterprise]: { ...tourOperations, manager: { value: "89607", displayName: "John Smith" } },
};

const kathy: ScimUserData = {
  ...employee,
  externalId: "701985",
  userName: "Kjensen@example.com",
  name: {
    formatted: "Ms. Kathy J Jensen, III",
    familyName: "Jensen",
    givenName: "Kathy",
    middleName: "Jane",
    honorificPrefix: "Ms.",
    honorificSuffix: "III",
  },
  displayName: "Kathy Jensen",
  nickName: "Kathy",
  emails: [{ value: "kjensen@example.com", type: "work", primary: true }],
  addresses: [
    {
      type: "work",
      streetAddress: "100 Oracle City Plaza",
      locality: "Hollywood",
      region: "CA",
      postalCode: "91618",
      country: "USA",
      formatted: "100 Oracle City Plaza\nHollywood, CA 91618 USA",
      primary: true,
    },
  ],
  phoneNumbers: [{ value: "555-555-5545", type: "work" }],
  title: "Tour Lead",
  [enterprise]: { ...tourOperations, manager: { value: "701984", displayName: "Barbara Jensen" } },
};
