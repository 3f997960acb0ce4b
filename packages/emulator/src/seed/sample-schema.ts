import type {
  AttributeDefinition,
  AttributeMapping,
  DirectoryDefinition,
  ObjectMapping,
  SynchronizationSchema,
} from "@graph-sync/core";

const scimUser = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const scimGroup = "urn:ietf:params:scim:schemas:core:2.0:Group";
const scimName = "Alder & Finch SCIM";
const entraName = "Microsoft Entra ID";

/** A small schema of a SCIM app: users with six attributes, groups with their members. */
export const sampleSchema: SynchronizationSchema = {
  version: "v1.0",
  synchronizationRules: [
    {
      containerFilter: null,
      editable: true,
      groupFilter: null,
      id: "a6f2d0c8-5e31-4b79-9c04-17e8bd63fa25",
      metadata: [{ key: "supportsProvisionOnDemand", value: "true" }],
      name: "USER_AND_GROUP_OUTBOUND",
      objectMappings: [userMapping(), groupMapping()],
      priority: 1,
      sourceDirectoryName: entraName,
      targetDirectoryName: scimName,
    },
  ],
  directories: [entraDirectory(), scimDirectory()],
};

function userMapping(): ObjectMapping {
  return {
    ...enabled("Provision Microsoft Entra ID Users", "User", scimUser),
    attributeMappings: [
      mapped("userPrincipalName", "userName", 1),
      activeUntilDeleted(),
      mapped("displayName", "displayName"),
      mapped("givenName", "name.givenName"),
      mapped("surname", "name.familyName"),
      mapped("mail", 'emails[type eq "work"].value'),
    ],
  };
}

function groupMapping(): ObjectMapping {
  return {
    ...enabled("Provision Microsoft Entra ID Groups", "Group", scimGroup),
    attributeMappings: [mapped("displayName", "displayName", 1), mapped("members", "members")],
  };
}

function enabled(name: string, sourceObjectName: string, targetObjectName: string): ObjectMapping {
  return { enabled: true, flowTypes: "Add, Update, Delete", name, scope: null, sourceObjectName, targetObjectName };
}

/** A direct mapping; a priority above 0 makes it a matching attribute. */
function mapped(name: string, targetAttributeName: string, matchingPriority = 0): AttributeMapping {
  return {
    defaultValue: null,
    exportMissingReferences: false,
    flowBehavior: "FlowWhenChanged",
    flowType: "Always",
    matchingPriority,
    source: { expression: `[${name}]`, name, parameters: [], type: "Attribute" },
    targetAttributeName,
  };
}

/** An account is active until its user is deleted. */
function activeUntilDeleted(): AttributeMapping {
  const deleted = { expression: "[IsSoftDeleted]", name: "IsSoftDeleted", parameters: [], type: "Attribute" };
  return {
    ...mapped("IsSoftDeleted", "active"),
    source: {
      expression: "Not([IsSoftDeleted])",
      name: "Not",
      parameters: [{ key: "source", value: deleted }],
      type: "Function",
    },
  };
}

function entraDirectory(): DirectoryDefinition {
  const texts = ["userPrincipalName", "displayName", "givenName", "surname", "mail"];
  return {
    ...directory("5f1e0b7a-c3d8-4296-a0f4-8b62d915ce37", entraName, true),
    objects: [
      {
        name: "User",
        attributes: [anchor("objectId"), ...texts.map(text), { ...text("IsSoftDeleted"), type: "Boolean" }],
      },
      { name: "Group", attributes: [anchor("objectId"), text("displayName"), reference("members", "User")] },
    ],
  };
}

function scimDirectory(): DirectoryDefinition {
  const texts = ["displayName", "name.givenName", "name.familyName", 'emails[type eq "work"].value'];
  return {
    ...directory("d8a3c6f1-49b0-4e57-9d12-7c0fe5b3a864", scimName, false),
    discoverabilities: "AttributeNames, AttributeDataTypes",
    objects: [
      {
        name: scimUser,
        attributes: [
          anchor("id"),
          { ...text("userName"), required: true },
          { ...text("active"), type: "Boolean" },
          ...texts.map(text),
        ],
      },
      {
        name: scimGroup,
        attributes: [anchor("id"), { ...text("displayName"), required: true }, reference("members", scimUser)],
      },
    ],
  };
}

function directory(id: string, name: string, readOnly: boolean): DirectoryDefinition {
  return { id, discoverabilities: "None", discoveryDateTime: null, name, readOnly, version: null };
}

function text(name: string): AttributeDefinition {
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

/** The attribute by which a directory knows an object again; each object has one. */
function anchor(name: string): AttributeDefinition {
  return { ...text(name), anchor: true, caseExact: true, mutability: "ReadOnly", required: true };
}

function reference(name: string, objectName: string): AttributeDefinition {
  const referencedObjects = [{ referencedObjectName: objectName, referencedProperty: null }];
  return { ...text(name), multivalued: true, referencedObjects, type: "Reference" };
}
