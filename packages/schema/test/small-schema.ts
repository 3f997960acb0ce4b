import type {
  AttributeDefinition,
  AttributeMapping,
  Filter,
  FilterClause,
  ObjectMapping,
  SynchronizationRule,
  SynchronizationSchema,
} from "@graph-sync/core";
import { checkSchema } from "../src/model/check-schema.ts";
import { direct, mapped, not, text } from "./invented-schema.ts";

/** What a test adds to a schema in which no rule of `lint` finds anything. */
export interface Parts {
  readonly mappings?: readonly AttributeMapping[];
  /** All mappings, in the place of the usual ones. */
  readonly allMappings?: readonly AttributeMapping[];
  readonly source?: readonly AttributeDefinition[];
  readonly target?: readonly AttributeDefinition[];
  readonly scope?: Filter | null;
  readonly objectMapping?: ObjectMapping;
  readonly rule?: SynchronizationRule;
  readonly schema?: SynchronizationSchema;
}

const entra = "Azure Active Directory";
export const shop = "Juniper Shop";
const sourceId = "aaaaaaaa-0000-4000-8000-000000000001";

/** Users of Microsoft Entra ID that become members of a shop. */
export function smallSchema(parts: Parts = {}): SynchronizationSchema {
  const texts = ["userPrincipalName", "department", "mail", "employeeId"];
  return {
    synchronizationRules: [
      {
        id: "bbbbbbbb-0000-4000-8000-000000000001",
        name: "MEMBERS",
        priority: 1,
        editable: true,
        sourceDirectoryName: entra,
        targetDirectoryName: shop,
        objectMappings: [
          {
            enabled: true,
            flowTypes: "Add, Update, Delete",
            sourceObjectName: "User",
            targetObjectName: "member",
            scope: parts.scope ?? null,
            attributeMappings: parts.allMappings ?? [
              direct("userPrincipalName", "login", 1),
              mapped("active", not("IsSoftDeleted")),
              ...(parts.mappings ?? []),
            ],
            ...parts.objectMapping,
          },
        ],
        ...parts.rule,
      },
    ],
    directories: [
      {
        id: sourceId,
        name: entra,
        objects: [
          {
            name: "User",
            attributes: [
              anchor("objectId"),
              ...texts.map(text),
              { ...text("IsSoftDeleted"), type: "Boolean" },
              ...(parts.source ?? []),
            ],
          },
        ],
      },
      {
        id: "aaaaaaaa-0000-4000-8000-000000000002",
        name: shop,
        objects: [
          {
            name: "member",
            attributes: [
              anchor("id"),
              { ...text("login"), required: true },
              { ...text("active"), type: "Boolean" },
              ...(parts.target ?? []),
            ],
          },
        ],
      },
    ],
    ...parts.schema,
  };
}

/** A value that the types do not know, as the schema that it is. */
export function asSchema(value: unknown): SynchronizationSchema {
  checkSchema(value);
  return value;
}

const anchor = (name: string): AttributeDefinition => ({
  ...text(name),
  anchor: true,
  mutability: "ReadOnly",
  required: true,
});

/** A filter of groups, each of them clauses. */
export const scoped = (...groups: readonly (readonly FilterClause[])[]): Filter => ({
  groups: groups.map((clauses, index) => ({ clauses, name: `group ${index + 1}` })),
});

export const clause = (
  sourceOperandName: string,
  operatorName: string,
  ...values: readonly string[]
): FilterClause => ({
  sourceOperandName,
  operatorName,
  targetOperand: { values },
});
