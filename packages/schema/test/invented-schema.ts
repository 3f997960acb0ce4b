import type {
  AttributeDefinition,
  AttributeMapping,
  AttributeMappingSource,
  DirectoryDefinition,
  ObjectMapping,
  SynchronizationSchema,
} from "@graph-sync/core";

/** The appId of the app that registered the invented extensions. */
export const extensionApp = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
export const tenantId = "7d1c52aa-9b34-4e0f-8c61-2f5e90b7a3d8";

/** The models do not have it, and every answer does. */
const context = {
  "@odata.context":
    "https://graph.microsoft.com/v1.0/$metadata#servicePrincipals('5b0a')/synchronization/jobs('x')/schema",
};

/**
 * A schema of our own invention, in the shape that the service answers: `size` attributes on each side beside the usual
 * ones, all mapped. 60 give a little more than 3,000 lines of JSON.
 */
export function inventedSchema(size = 60): SynchronizationSchema {
  return {
    ...context,
    id: `scim.${tenantId.replaceAll("-", "")}.c0ffee00-1111-4222-8333-444455556666`,
    version: "v1.17",
    synchronizationRules: [
      {
        containerFilter: null,
        editable: true,
        groupFilter: null,
        id: "4c7bb4d2-93b1-4d8c-8a15-6b3f6e9d2a77",
        metadata: [
          { key: "defaultSourceObjectMappings", value: "Mandatory:User" },
          { key: "supportsProvisionOnDemand", value: "true" },
        ],
        name: "USER_OUT",
        objectMappings: [userMapping(size), groupMapping()],
        priority: 1,
        sourceDirectoryName: "Azure Active Directory",
        targetDirectoryName: "Larch CRM",
      },
    ],
    directories: [sourceDirectory(size), targetDirectory(size)],
  };
}

const numbers = (size: number): readonly number[] => Array.from({ length: size }, (_none, index) => index + 1);

function userMapping(size: number): ObjectMapping {
  return {
    enabled: true,
    flowTypes: "Add, Update, Delete",
    metadata: [{ key: "Disposition", value: "Normal" }],
    name: "Provision Larch users",
    scope: {
      categoryFilterGroups: [],
      groups: [
        {
          clauses: [
            { operatorName: "EQUALS", sourceOperandName: "department", targetOperand: { values: ["Sales: North"] } },
            { operatorName: "IS NOT NULL", sourceOperandName: "mail", targetOperand: { values: [] } },
          ],
          name: "Sales, with mail",
        },
      ],
      inputFilterGroups: [],
    },
    sourceObjectName: "User",
    targetObjectName: "larchUser",
    attributeMappings: [
      direct("userPrincipalName", "userName", 1),
      mapped("active", not("IsSoftDeleted")),
      mapped("kind", constant("person")),
      { ...mapped('emails[type eq "work"].value', direct("mail", "").source), flowType: "ObjectAddOnly" },
      direct(`extension_${extensionApp}_costCenter`, "costCenter"),
      { ...mapped("locale", null), defaultValue: "en-US" },
      direct("manager", "manager"),
      ...numbers(size).map((n) => direct(`source${n}`, `target${n}`)),
    ],
  };
}

function groupMapping(): ObjectMapping {
  return {
    enabled: true,
    flowTypes: "Add, Update, Delete",
    metadata: [],
    name: "Provision Larch teams",
    scope: null,
    sourceObjectName: "Group",
    targetObjectName: "larchTeam",
    attributeMappings: [direct("displayName", "title", 1), direct("members", "people")],
  };
}

export function mapped(
  targetAttributeName: string,
  source: AttributeMappingSource | null | undefined,
): AttributeMapping {
  return {
    defaultValue: null,
    exportMissingReferences: false,
    flowBehavior: "FlowWhenChanged",
    flowType: "Always",
    matchingPriority: 0,
    source: source ?? null,
    targetAttributeName,
  };
}

export function direct(name: string, target: string, matchingPriority = 0): AttributeMapping {
  return { ...mapped(target, attribute(name)), matchingPriority };
}

export const attribute = (name: string): AttributeMappingSource => ({
  expression: `[${name}]`,
  name,
  parameters: [],
  type: "Attribute",
});

export const constant = (value: string): AttributeMappingSource => ({
  expression: JSON.stringify(value),
  name: value,
  parameters: [],
  type: "Constant",
});

export const not = (name: string): AttributeMappingSource => ({
  expression: `Not([${name}])`,
  name: "Not",
  parameters: [{ key: "source", value: attribute(name) }],
  type: "Function",
});

function sourceDirectory(size: number): DirectoryDefinition {
  const texts = ["userPrincipalName", "mail", "department", `extension_${extensionApp}_costCenter`];
  return {
    id: "11c0ffee-0000-4000-8000-000000000001",
    discoverabilities: "AttributeNames, AttributeDataTypes",
    discoveryDateTime: "2026-03-01T04:05:06.7890123Z",
    name: "Azure Active Directory",
    readOnly: true,
    version: "3",
    objects: [
      {
        name: "User",
        metadata: [],
        supportedApis: [],
        attributes: [
          { ...text("objectId"), anchor: true, caseExact: true, mutability: "ReadOnly", required: true },
          ...texts.map(text),
          { ...text("IsSoftDeleted"), type: "Boolean" },
          reference("manager", "User"),
          ...numbers(size).map((n) => text(`source${n}`)),
        ],
      },
      {
        name: "Group",
        metadata: [],
        supportedApis: [],
        attributes: [{ ...text("objectId"), anchor: true }, text("displayName"), reference("members", "User", true)],
      },
    ],
  };
}

function targetDirectory(size: number): DirectoryDefinition {
  const texts = ["kind", 'emails[type eq "work"].value', "costCenter", "locale"];
  return {
    id: "11c0ffee-0000-4000-8000-000000000002",
    discoverabilities: "None",
    discoveryDateTime: null,
    name: "Larch CRM",
    readOnly: false,
    version: null,
    objects: [
      {
        name: "larchUser",
        metadata: [{ key: "PropertyNameAccountEnabled", value: "active" }],
        supportedApis: ["Rest"],
        attributes: [
          { ...text("id"), anchor: true, mutability: "ReadOnly", required: true },
          { ...text("userName"), required: true, caseExact: true },
          { ...text("active"), type: "Boolean" },
          ...texts.map(text),
          reference("manager", "larchUser"),
          ...numbers(size).map((n) => text(`target${n}`)),
        ],
      },
      {
        name: "larchTeam",
        metadata: [],
        supportedApis: ["Rest"],
        attributes: [
          { ...text("id"), anchor: true, mutability: "ReadOnly" },
          { ...text("title"), required: true },
          reference("people", "larchUser", true),
        ],
      },
    ],
  };
}

export function text(name: string): AttributeDefinition {
  return {
    anchor: false,
    apiExpressions: [],
    caseExact: false,
    defaultValue: null,
    flowNullValues: false,
    metadata: [],
    multivalued: false,
    mutability: "ReadWrite",
    name,
    referencedObjects: [],
    required: false,
    type: "String",
  };
}

export function reference(name: string, object: string, multivalued = false): AttributeDefinition {
  const referencedObjects = [{ referencedObjectName: object, referencedProperty: null }];
  return { ...text(name), multivalued, referencedObjects, type: "Reference" };
}
