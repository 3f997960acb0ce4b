export { applyFixes } from "./lint/apply-fixes.ts";
import type { Severity } from "./lint/rule.ts";
import { ruleSummaries } from "./lint/rule-summaries.ts";
import { rules } from "./lint/rules.ts";

/** What a rule of `lint` is about. */
export interface LintRuleInfo {
  /** As findings have it. */
  readonly id: string;
  /** How bad its findings are. */
  readonly severity: Severity;
  /** What it finds, in a sentence. */
  readonly summary: string;
}

/** Every rule of `lint`, in the order of its findings: for a list of them, or for an option that names one. */
export const lintRules: readonly LintRuleInfo[] = rules.map(({ id, severity }) => ({
  id,
  severity,
  summary: ruleSummaries[id] ?? "",
}));
