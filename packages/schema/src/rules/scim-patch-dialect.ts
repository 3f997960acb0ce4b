import type { AttributeMappingView, Model } from "../lint/model.ts";
import { type LintRule } from "../lint/rule.ts";

/** https://learn.microsoft.com/entra/identity/app-provisioning/application-provisioning-config-problem-scim-compatibility */
export const scimPatchDialect: LintRule = {
  id: "scim-patch-dialect",
  severity: "info",
  *check({ attributeMappings, schema, aadOptscim062020 }) {
    if (!isScim(schema.id)) return;
    for (const view of attributeMappings) {
      const message = messageOf(view, aadOptscim062020);
      if (message !== undefined) yield { path: view.path, message };
    }
  },
};

/** The jobs of apps without a template of their own; a gallery app has a connector that knows its target. */
const isScim = (id: Model["schema"]["id"]): boolean => /^(?:scim|customappsso)(?:\.|OutDelta)/i.test(id ?? "");

function messageOf({ mapping, expression }: AttributeMappingView, flag: boolean | undefined): string | undefined {
  const target = mapping.targetAttributeName ?? "";
  const without = flag === undefined ? "Without aadOptscim062020 in the tenant URL" : "As aadOptscim062020 is not set";
  const onDemand = "Provision on demand ignores aadOptscim062020";
  if (target === "active") {
    return flag === true
      ? `${onDemand}: a test by it sends the text "False", the cycles send false.`
      : `${without}, a disabled user arrives as the text "False", not as false.`;
  }
  if (target === "members") {
    return flag === true
      ? `${onDemand}: a test by it removes members by value, the cycles by a path with a filter.`
      : `${without}, members are removed by value, which RFC 7644 does not have.`;
  }
  const roles = expression.calls.some(({ name }) =>
    /^(?:SingleAppRoleAssignment|AppRoleAssignmentsComplex)$/.test(name),
  );
  if (roles && flag !== true) return `${without}, POST sends roles as objects and PATCH as JSON in a text.`;
  return undefined;
}
