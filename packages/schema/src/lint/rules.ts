import { constantWithoutValue } from "../rules/constant-without-value.ts";
import { duplicateMatchingPriority } from "../rules/duplicate-matching-priority.ts";
import { duplicateName } from "../rules/duplicate-name.ts";
import { duplicateTarget } from "../rules/duplicate-target.ts";
import { expressionAdvice } from "../rules/expression-advice.ts";
import { expressionLength } from "../rules/expression-length.ts";
import { expressionMistake } from "../rules/expression-mistake.ts";
import { expressionSyntax } from "../rules/expression-syntax.ts";
import { extensionNameCase } from "../rules/extension-name-case.ts";
import { noDisableMapping } from "../rules/no-disable-mapping.ts";
import { noMatchingAttribute } from "../rules/no-matching-attribute.ts";
import { notInTemplate } from "../rules/not-in-template.ts";
import { readOnlyTarget } from "../rules/read-only-target.ts";
import { referenceWithoutObject } from "../rules/reference-without-object.ts";
import { requiredTargetUnmapped } from "../rules/required-target-unmapped.ts";
import { scimPatchDialect } from "../rules/scim-patch-dialect.ts";
import { scopeAttributeType } from "../rules/scope-attribute-type.ts";
import { scopeExcludesEveryone } from "../rules/scope-excludes-everyone.ts";
import { scopeOperand } from "../rules/scope-operand.ts";
import { scopeRegex } from "../rules/scope-regex.ts";
import { sourceDisagrees } from "../rules/source-disagrees.ts";
import { switchReference } from "../rules/switch-reference.ts";
import { templateMappingMissing } from "../rules/template-mapping-missing.ts";
import { twoAnchors } from "../rules/two-anchors.ts";
import { typeMismatch } from "../rules/type-mismatch.ts";
import { unboundPlaceholder } from "../rules/unbound-placeholder.ts";
import { uniqueValueFlow } from "../rules/unique-value-flow.ts";
import { unknownDirectory } from "../rules/unknown-directory.ts";
import { unknownObject } from "../rules/unknown-object.ts";
import { unknownOperator } from "../rules/unknown-operator.ts";
import { unknownScopeAttribute } from "../rules/unknown-scope-attribute.ts";
import { unknownSourceAttribute } from "../rules/unknown-source-attribute.ts";
import { unknownTargetAttribute } from "../rules/unknown-target-attribute.ts";
import { unknownWord } from "../rules/unknown-word.ts";
import { unsupportedSource } from "../rules/unsupported-source.ts";
import { unusableMatchingAttribute } from "../rules/unusable-matching-attribute.ts";
import type { LintRule } from "./rule.ts";

/** Every rule, in the order of its findings: names first, then mappings, filters and the template. */
export const rules: readonly LintRule[] = [
  duplicateName,
  unknownDirectory,
  unknownObject,
  twoAnchors,
  unknownWord,
  unboundPlaceholder,
  unknownSourceAttribute,
  extensionNameCase,
  unknownTargetAttribute,
  expressionSyntax,
  expressionLength,
  expressionMistake,
  expressionAdvice,
  sourceDisagrees,
  constantWithoutValue,
  typeMismatch,
  readOnlyTarget,
  unsupportedSource,
  switchReference,
  uniqueValueFlow,
  duplicateTarget,
  noMatchingAttribute,
  duplicateMatchingPriority,
  unusableMatchingAttribute,
  requiredTargetUnmapped,
  noDisableMapping,
  referenceWithoutObject,
  unknownScopeAttribute,
  unknownOperator,
  scopeOperand,
  scopeRegex,
  scopeAttributeType,
  scopeExcludesEveryone,
  notInTemplate,
  templateMappingMissing,
  scimPatchDialect,
];
