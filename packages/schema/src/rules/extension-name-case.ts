import { isExtension, spelledOtherwise } from "../lint/attribute-names.ts";
import { renameAttribute } from "../lint/rename-attribute.ts";
import { type LintRule, quoted } from "../lint/rule.ts";

/** https://learn.microsoft.com/entra/identity/app-provisioning/customize-application-attributes */
export const extensionNameCase: LintRule = {
  id: "extension-name-case",
  severity: "error",
  *check({ attributeMappings }) {
    for (const view of attributeMappings) {
      const { source } = view.owner;
      for (const name of view.expression.attributes) {
        const spelling = source && isExtension(name) ? spelledOtherwise(name, source) : undefined;
        if (spelling === undefined) continue;
        const message = `The extension is called ${quoted(spelling)}, not ${quoted(name)}: case counts, and nothing would flow.`;
        yield { path: [...view.path, "source"], message, fix: renameAttribute(view, name, spelling) };
      }
    }
  },
};
