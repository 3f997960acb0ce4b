import { filterOperator } from "@graph-sync/expressions";
import type { ClauseView } from "../lint/scope-clauses.ts";
import { type LintRule, quoted } from "../lint/rule.ts";
import { clausesOf } from "../lint/scope-clauses.ts";

/** https://learn.microsoft.com/entra/identity/app-provisioning/known-issues */
export const scopeAttributeType: LintRule = {
  id: "scope-attribute-type",
  severity: "error",
  *check({ objectMappings }) {
    for (const view of clausesOf(objectMappings)) {
      const problem = problemOf(view);
      if (problem !== undefined) yield { path: view.path, message: problem };
    }
  },
};

const unsupported = new Set(["approleassignments", "usertype", "manager", "members"]);

function problemOf({ clause, owner }: ClauseView): string | undefined {
  const name = clause.sourceOperandName ?? "";
  if (unsupported.has(name.toLowerCase())) return `Scoping filters do not support ${quoted(name)}.`;
  const attribute = owner.source?.attributes.get(name);
  if (attribute === undefined) return undefined;
  if (attribute.multivalued === true)
    return `${quoted(name)} has several values, which scoping filters do not support.`;
  const type = attribute.type ?? "String";
  if (/^(?:DateTime|Reference)$/i.test(type))
    return `${quoted(name)} is ${type}, which scoping filters do not support.`;
  const operator = filterOperator(clause.operatorName ?? "");
  const types = operator?.supportedAttributeTypes ?? [];
  if (operator === undefined || types.some((one) => one.toLowerCase() === type.toLowerCase())) return undefined;
  return `${operator.name} is for ${types.join(" and ")}, and ${quoted(name)} is ${type}.`;
}
