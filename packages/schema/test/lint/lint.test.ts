import { describe, expect, test } from "vitest";
import { lint } from "../../src/index.ts";
import { applyFixes } from "../../src/rules.ts";
import { attribute, direct, extensionApp, inventedSchema, mapped, text } from "../invented-schema.ts";
import { asSchema, clause, scoped, shop, smallSchema } from "../small-schema.ts";

const rulesOf = (...given: Parameters<typeof lint>): readonly string[] => lint(...given).map(({ rule }) => rule);

test("finds only what depends on the app's address in three thousand lines that are right", () => {
  expect(rulesOf(inventedSchema(), { aadOptscim062020: false })).toEqual(["scim-patch-dialect"]);
});

test("finds in documented examples what they leave open, and fails on none", () => {
  const documented = asSchema({
    directories: [
      {
        name: "Azure Active Directory",
        objects: [{ name: "User", attributes: [{ name: "userPrincipalName", type: "string" }] }],
      },
      { name: "Salesforce", objects: [{}] },
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
            attributeMappings: [{ source: {}, targetAttributeName: "userName" }, {}],
          },
          {},
        ],
      },
      {},
    ],
  });
  expect(rulesOf(documented)).toEqual([
    "unknown-object",
    "unknown-target-attribute",
    "constant-without-value",
    "constant-without-value",
    "no-matching-attribute",
  ]);
});

test("a message is one line, whatever a schema holds", () => {
  const name = "nick\n\u001B[2J\u202E";
  const schema = smallSchema({
    scope: scoped([clause("mail", "REGEX MATCH", `(${name}`)]),
    mappings: [direct(name, name)],
  });
  const findings = lint(schema);
  expect(findings.map(({ rule }) => rule)).toEqual(["unknown-target-attribute", "expression-syntax", "scope-regex"]);
  expect(findings.filter(({ message }) => /[\p{Cc}\p{Cf}]/u.test(message))).toEqual([]);
});

describe("options", () => {
  const schema = smallSchema({ mappings: [direct("mail", "nick")] });

  test("a directory as it is discovered now takes the place of the schema's own", () => {
    const discovered = {
      name: shop,
      objects: [{ name: "member", attributes: ["id", "login", "active", "nick"].map(text) }],
    };
    expect(rulesOf(schema)).toEqual(["unknown-target-attribute"]);
    expect(rulesOf(schema, { directory: discovered })).toEqual([]);
    expect(rulesOf(schema, { directory: [discovered] })).toEqual([]);
  });

  test("a finding in a given directory says so", () => {
    const discovered = { name: shop, objects: [{ name: "member", attributes: [text("nick"), text("nick")] }] };
    expect(lint(schema, { directory: discovered })[0]).toMatchObject({
      rule: "duplicate-name",
      path: 'directory["Juniper Shop"].objects[0].attributes[1]',
    });
  });

  test("the flag in the tenant URL decides what is said of the wire", () => {
    const scim = { ...schema, id: "scim.00000000000000000000000000000001.x" };
    const said = (aadOptscim062020?: boolean): string | undefined =>
      lint(scim, aadOptscim062020 === undefined ? {} : { aadOptscim062020 }).find(
        ({ rule }) => rule === "scim-patch-dialect",
      )?.message;
    expect(said(undefined)).toContain("Without aadOptscim062020");
    expect(said(false)).toContain("aadOptscim062020 is not set");
    expect(said(true)).toContain("Provision on demand ignores aadOptscim062020");
  });
});

describe("fixes", () => {
  const extension = `extension_${extensionApp}_grade`;
  const wrong = extension.toUpperCase();

  test("rename an attribute in an expression and in the tree beside it, and nowhere else", () => {
    const source = {
      expression: `Join("[${wrong}]", [${wrong}], [mail])`,
      name: "Join",
      type: "Function",
      parameters: [
        { key: "separator", value: { expression: `"[${wrong}]"`, name: `[${wrong}]`, type: "Constant" } },
        { key: "source", value: attribute(wrong) },
        { key: "source", value: attribute("mail") },
      ],
    };
    const schema = smallSchema({
      source: [text(extension)],
      target: [text("nick")],
      mappings: [mapped("nick", source)],
    });
    const fixed = applyFixes(schema, lint(schema));
    expect(fixed.synchronizationRules?.[0]?.objectMappings?.[0]?.attributeMappings?.[2]?.source).toEqual({
      ...source,
      expression: `Join("[${wrong}]", [${extension}], [mail])`,
      parameters: [source.parameters[0], { key: "source", value: attribute(extension) }, source.parameters[2]],
    });
    expect(lint(fixed)).toEqual([]);
  });

  test("of several mappings at once do not move each other", () => {
    const schema = smallSchema({
      target: [text("nick"), text("code")],
      mappings: [
        direct("mail", "nick"),
        direct("mail", "NICK"),
        direct("mail", "nick"),
        direct("mail", "code"),
        direct("mail", "code"),
      ],
    });
    const fixed = applyFixes(schema, lint(schema));
    const names = fixed.synchronizationRules?.[0]?.objectMappings?.[0]?.attributeMappings?.map(
      (one) => one.targetAttributeName,
    );
    expect(names).toEqual(["login", "active", "nick", "nick", "code"]);
  });

  test("change nothing where they find no place, and leave the given schema alone", () => {
    const schema = smallSchema({ scope: scoped([clause("Mail", "IS NULL")]) });
    const before = structuredClone(schema);
    const findings = lint(schema);
    expect(applyFixes(smallSchema(), findings)).toEqual(smallSchema());
    expect(applyFixes(schema, findings)).not.toEqual(schema);
    expect(schema).toEqual(before);
  });
});
