import type { Path } from "../model/json.ts";
import { type LintRule, type Problem, quoted } from "../lint/rule.ts";

export const unknownWord: LintRule = {
  id: "unknown-word",
  severity: "warning",
  *check({ objectMappings, attributeMappings, directories }) {
    for (const { mapping, path } of objectMappings) {
      yield* oneOf(flowTypes, mapping.flowTypes, [...path, "flowTypes"]);
    }
    for (const { mapping, path } of attributeMappings) {
      yield* oneOf(flows, mapping.flowType, [...path, "flowType"]);
      yield* oneOf(behaviors, mapping.flowBehavior, [...path, "flowBehavior"]);
      yield* oneOf(sources, mapping.source?.type, [...path, "source", "type"]);
    }
    for (const { definition, path } of directories.flatMap(({ objects }) => objects)) {
      for (const [index, { type, mutability }] of (definition.attributes ?? []).entries()) {
        yield* oneOf(types, type, [...path, "attributes", index, "type"]);
        yield* oneOf(mutabilities, mutability, [...path, "attributes", index, "mutability"]);
      }
    }
  },
};

const flowTypes = ["None", "Add", "Update", "Delete"];
const flows = ["Always", "ObjectAddOnly", "MultiValueAddOnly", "ValueAddOnly", "AttributeAddOnly"];
const behaviors = ["FlowWhenChanged", "FlowAlways"];
const sources = ["Attribute", "Constant", "Function"];
const types = ["String", "Integer", "Reference", "Binary", "Boolean", "DateTime"];
const mutabilities = ["ReadWrite", "ReadOnly", "Immutable", "WriteOnly"];

/** Several flags come as one text, with commas. The service reads its words in any case, so case is no finding. */
function* oneOf(known: readonly string[], value: string | null | undefined, path: Path): Generator<Problem> {
  if (value === null || value === undefined) return;
  const words = value.split(",").map((word) => word.trim().toLowerCase());
  if (words.every((word) => known.some((one) => one.toLowerCase() === word))) return;
  yield { path, message: `${quoted(value)} is none of ${known.join(", ")}.` };
}
