import { type LintRule, quoted } from "../lint/rule.ts";
import { isExtension } from "../lint/attribute-names.ts";
import type { AttributeMappingView } from "../lint/model.ts";

/** https://learn.microsoft.com/entra/identity/app-provisioning/known-issues */
export const unsupportedSource: LintRule = {
  id: "unsupported-source",
  severity: "warning",
  *check({ attributeMappings }) {
    for (const view of attributeMappings) {
      for (const problem of problemsOf(view)) yield { path: [...view.path, "source"], message: problem };
    }
  },
};

const unavailable = new Set(["samaccountname", "usertype"]);
const roles = "Map it by AssertiveAppRoleAssignmentsComplex or SingleAppRoleAssignment.";

function* problemsOf({ mapping, owner, expression }: AttributeMappingView): Generator<string> {
  // The limits are those of Microsoft Entra ID as the source; an HR system or a directory of one's own has others.
  const entra = /^(?:azure active directory|microsoft entra id)/i.test(owner.rule.rule.sourceDirectoryName ?? "");
  if (!entra) return;
  for (const name of expression.attributes) {
    if (unavailable.has(name.toLowerCase())) {
      yield `${quoted(name)} is not available as a source: copy it to a directory extension and map that.`;
    }
    if (isExtension(name) && owner.source?.attributes.get(name)?.multivalued === true) {
      yield `${quoted(name)} has several values, and such extensions are not provisioned.`;
    }
  }
  const { tree } = expression;
  if (tree?.type === "attribute" && tree.name === "appRoleAssignments") yield `Roles do not flow as they are. ${roles}`;
  if (/^photos?(?:\[|$)/i.test(mapping.targetAttributeName ?? "")) yield "Photos are not provisioned.";
}
