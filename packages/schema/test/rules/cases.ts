import type { SynchronizationSchema } from "@graph-sync/core";
import type { LintOptions } from "../../src/lint/model.ts";
import { attribute, constant, direct, extensionApp, mapped, reference, text } from "../invented-schema.ts";
import { clause, scoped, shop, smallSchema } from "../small-schema.ts";

/** What a rule finds something in, and the nearest thing in which it finds nothing. */
export interface Case {
  readonly fails: SynchronizationSchema;
  readonly passes: SynchronizationSchema;
  readonly options?: LintOptions;
  /** A part of what the finding says. */
  readonly says: string;
  /** Where it is found, from the end of the path. */
  readonly at: string;
  /** Whether the fix makes the finding go away. */
  readonly mends?: true;
}

const extension = `extension_${extensionApp}_costCenter`;
const badCase = `Extension_${extensionApp}_costcenter`;
const withText = (name: string) => ({ target: [text(name)] });
const expressionOf = (expression: string) => ({ expression });
const nick = (expression: string) =>
  smallSchema({ ...withText("nick"), mappings: [mapped("nick", expressionOf(expression))] });
const scimId = "scim.00000000000000000000000000000001.x";

export const cases: Readonly<Record<string, Case>> = {
  "duplicate-name": {
    fails: smallSchema({ source: [text("nick"), text("nick")] }),
    passes: smallSchema({ source: [text("nick"), text("Nick")] }),
    says: 'attribute before it has the name "nick"',
    at: "attributes[7]",
  },
  "unknown-directory": {
    fails: smallSchema({ rule: { targetDirectoryName: "Elm" } }),
    passes: smallSchema({ rule: { targetDirectoryName: shop } }),
    says: '"Elm"',
    at: "targetDirectoryName",
  },
  "unknown-object": {
    fails: smallSchema({ objectMapping: { sourceObjectName: "user" } }),
    passes: smallSchema({ objectMapping: { sourceObjectName: "User" } }),
    says: 'no object "user"',
    at: "sourceObjectName",
  },
  "two-anchors": {
    fails: smallSchema({ target: [{ ...text("key"), anchor: true }] }),
    passes: smallSchema({ target: [{ ...text("key"), anchor: false }] }),
    says: '"id" and "key"',
    at: "attributes[3].anchor",
    mends: true,
  },
  "unknown-word": {
    fails: smallSchema({ ...withText("nick"), mappings: [{ ...direct("mail", "nick"), flowType: "Add" }] }),
    passes: smallSchema({ ...withText("nick"), mappings: [{ ...direct("mail", "nick"), flowType: "objectAddOnly" }] }),
    says: '"Add" is none of Always',
    at: "flowType",
  },
  "unbound-placeholder": {
    fails: smallSchema({ schema: { id: "{{schema}}" } }),
    passes: smallSchema({ schema: { id: "{{nothing of ours}}" } }),
    says: '"schema"',
    at: "id",
  },
  "unknown-source-attribute": {
    fails: nick("Append([Mail], [nobody])"),
    passes: nick("Append([mail], [appRoleAssignments])"),
    says: 'no attribute "Mail"',
    at: "attributeMappings[2].source",
  },
  "extension-name-case": {
    fails: smallSchema({ ...withText("nick"), source: [text(extension)], mappings: [direct(badCase, "nick")] }),
    passes: smallSchema({ ...withText("nick"), source: [text(extension)], mappings: [direct(extension, "nick")] }),
    says: `called "${extension}"`,
    at: "attributeMappings[2].source",
    mends: true,
  },
  "unknown-target-attribute": {
    fails: smallSchema({ ...withText("nick"), mappings: [direct("mail", "Nick")] }),
    passes: smallSchema({ ...withText("nick"), mappings: [direct("mail", "nick")] }),
    says: 'no attribute "Nick"',
    at: "targetAttributeName",
    mends: true,
  },
  "expression-syntax": {
    fails: nick('Append([mail], "x"'),
    passes: nick('Append([mail], "x")'),
    says: "Line 1, column 19",
    at: "source.expression",
  },
  "expression-length": {
    fails: nick(`"${"x".repeat(9_999)}"`),
    passes: nick(`"${"x".repeat(9_998)}"`),
    says: "10001 characters",
    at: "source.expression",
  },
  "expression-mistake": {
    fails: nick("tolower([mail])"),
    passes: nick("ToLower([mail])"),
    says: "tolower: there is no such function",
    at: "source.expression",
  },
  "expression-advice": {
    fails: nick('Switch(IsPresent([mail]), "none", "True", [mail])'),
    passes: nick('Switch([mail], "none", "", "no mail")'),
    says: "Switch: ",
    at: "source.expression",
  },
  "source-disagrees": {
    fails: smallSchema({
      ...withText("nick"),
      mappings: [mapped("nick", { ...attribute("mail"), name: "employeeId" })],
    }),
    passes: smallSchema({ ...withText("nick"), mappings: [mapped("nick", attribute("mail"))] }),
    says: 'the attribute "mail", but type and name say the attribute "employeeId"',
    at: "source",
  },
  "constant-without-value": {
    fails: smallSchema({ ...withText("nick"), mappings: [mapped("nick", { type: "Constant", name: "" })] }),
    passes: smallSchema({ ...withText("nick"), mappings: [{ ...mapped("nick", null), defaultValue: "-" }] }),
    says: "no value to give",
    at: "attributeMappings[2]",
  },
  "type-mismatch": {
    fails: smallSchema({ target: [{ ...text("vip"), type: "Boolean" }], mappings: [mapped("vip", constant("yes"))] }),
    passes: smallSchema({ target: [{ ...text("vip"), type: "Boolean" }], mappings: [mapped("vip", constant("True"))] }),
    says: '"vip" is boolean, which "yes" is not',
    at: "attributeMappings[2]",
  },
  "read-only-target": {
    fails: smallSchema({
      target: [{ ...text("code"), mutability: "Immutable" }],
      mappings: [direct("employeeId", "code")],
    }),
    passes: smallSchema({
      target: [{ ...text("code"), mutability: "Immutable" }],
      mappings: [{ ...direct("employeeId", "code"), flowType: "ObjectAddOnly" }],
    }),
    says: '"code" is set once',
    at: "attributeMappings[2]",
    mends: true,
  },
  "unsupported-source": {
    fails: smallSchema({ ...withText("nick"), source: [text("userType")], mappings: [direct("userType", "nick")] }),
    passes: smallSchema({ ...withText("nick"), source: [text("usersType")], mappings: [direct("usersType", "nick")] }),
    says: '"userType" is not available',
    at: "source",
  },
  "switch-reference": {
    fails: smallSchema({
      source: [reference("manager", "User")],
      target: [reference("boss", "member")],
      mappings: [mapped("boss", expressionOf('Switch([mail], [manager], "", "")'))],
    }),
    passes: smallSchema({
      source: [reference("manager", "User")],
      target: [reference("boss", "member")],
      mappings: [mapped("boss", expressionOf("Coalesce([manager])"))],
    }),
    says: '"boss" is a reference',
    at: "source",
  },
  "unique-value-flow": {
    fails: smallSchema({
      ...withText("nick"),
      mappings: [mapped("nick", expressionOf('SelectUniqueValue([mail], Append([mail], "2"))'))],
    }),
    passes: smallSchema({
      ...withText("nick"),
      mappings: [
        {
          ...mapped("nick", expressionOf('SelectUniqueValue([mail], Append([mail], "2"))')),
          flowType: "ObjectAddOnly",
        },
      ],
    }),
    says: "while an object is created",
    at: "attributeMappings[2]",
    mends: true,
  },
  "duplicate-target": {
    fails: smallSchema({ ...withText("nick"), mappings: [direct("mail", "nick"), direct("employeeId", "nick")] }),
    passes: smallSchema({ ...withText("nick"), mappings: [direct("mail", "nick")] }),
    says: 'writes "nick" too',
    at: "attributeMappings[3]",
    mends: true,
  },
  "no-matching-attribute": {
    fails: smallSchema({ allMappings: [direct("userPrincipalName", "login")] }),
    passes: smallSchema({ allMappings: [direct("userPrincipalName", "login", 3)] }),
    says: "matchingPriority 1",
    at: "attributeMappings",
  },
  "duplicate-matching-priority": {
    fails: smallSchema({ ...withText("nick"), mappings: [direct("mail", "nick", 1)] }),
    passes: smallSchema({ ...withText("nick"), mappings: [direct("mail", "nick", 2)] }),
    says: '"login" has the matchingPriority 1 as well',
    at: "attributeMappings[2].matchingPriority",
    mends: true,
  },
  "unusable-matching-attribute": {
    fails: smallSchema({ ...withText("nick"), mappings: [{ ...mapped("nick", constant("x")), matchingPriority: 2 }] }),
    passes: smallSchema({ ...withText("nick"), mappings: [{ ...mapped("nick", constant("x")), matchingPriority: 0 }] }),
    says: "the same for everyone",
    at: "attributeMappings[2]",
  },
  "required-target-unmapped": {
    fails: smallSchema({ target: [{ ...text("nick"), required: true }] }),
    passes: smallSchema({ target: [{ ...text("nick"), required: true, defaultValue: "-" }] }),
    says: 'requires "nick"',
    at: "attributeMappings",
  },
  "no-disable-mapping": {
    fails: smallSchema({ allMappings: [direct("userPrincipalName", "login", 1)] }),
    passes: smallSchema(),
    says: "Nothing maps active",
    at: "attributeMappings",
  },
  "reference-without-object": {
    fails: smallSchema({
      source: [reference("manager", "User")],
      target: [reference("boss", "director")],
      mappings: [direct("manager", "boss")],
    }),
    passes: smallSchema({
      source: [reference("manager", "User")],
      target: [reference("boss", "member")],
      mappings: [direct("manager", "boss")],
    }),
    says: '"director"',
    at: "attributeMappings[2]",
  },
  "unknown-scope-attribute": {
    fails: smallSchema({ scope: scoped([clause("Department", "EQUALS", "x")]) }),
    passes: smallSchema({ scope: scoped([clause("department", "EQUALS", "x")]) }),
    says: 'no attribute "Department"',
    at: "sourceOperandName",
    mends: true,
  },
  "unknown-operator": {
    fails: smallSchema({ scope: scoped([clause("department", "Equals", "x")]) }),
    passes: smallSchema({ scope: scoped([clause("department", "ENDS_WITH", "x")]) }),
    says: '"EQUALS", not "Equals"',
    at: "operatorName",
    mends: true,
  },
  "scope-operand": {
    fails: smallSchema({ scope: scoped([clause("employeeId", "Greater_Than", "ten")]) }),
    passes: smallSchema({ scope: scoped([clause("employeeId", "Greater_Than", "10")]) }),
    says: '"ten" is none',
    at: "values[0]",
  },
  "scope-regex": {
    fails: smallSchema({ scope: scoped([clause("mail", "REGEX MATCH", "^(a+)+$")]) }),
    passes: smallSchema({ scope: scoped([clause("mail", "REGEX MATCH", "^a+$")]) }),
    says: "REGEX MATCH",
    at: "targetOperand",
  },
  "scope-attribute-type": {
    fails: smallSchema({ scope: scoped([clause("department", "IS TRUE")]) }),
    passes: smallSchema({ scope: scoped([clause("IsSoftDeleted", "IS TRUE")]) }),
    says: 'IS TRUE is for Boolean, and "department" is String',
    at: "clauses[0]",
  },
  "scope-excludes-everyone": {
    fails: smallSchema({
      scope: scoped(
        [clause("department", "EQUALS", "a"), clause("department", "EQUALS", "b")],
        [clause("mail", "IS NULL"), clause("mail", "ENDS_WITH", ".org")],
      ),
    }),
    passes: smallSchema({
      scope: scoped(
        [clause("department", "EQUALS", "a"), clause("department", "EQUALS", "b")],
        [clause("mail", "IS NOT NULL"), clause("mail", "ENDS_WITH", ".org")],
      ),
    }),
    says: '"department" and "mail"',
    at: "scope",
  },
  "not-in-template": {
    fails: smallSchema({ rule: { id: "another" } }),
    passes: smallSchema(),
    options: { template: smallSchema() },
    says: '"another"',
    at: "synchronizationRules[0].id",
  },
  "template-mapping-missing": {
    fails: smallSchema(),
    passes: smallSchema({ ...withText("nick"), mappings: [direct("employeeId", "nick")] }),
    options: { template: smallSchema({ mappings: [direct("mail", "nick")] }) },
    says: '"nick"',
    at: "attributeMappings",
  },
  "scim-patch-dialect": {
    fails: smallSchema({ schema: { id: scimId } }),
    passes: smallSchema({ schema: { id: "larch.00000000000000000000000000000001" } }),
    says: 'the text "False"',
    at: "attributeMappings[1]",
  },
};
