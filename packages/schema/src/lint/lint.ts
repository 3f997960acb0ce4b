import type { SynchronizationSchema } from "@graph-sync/core";
import { checkDirectory, checkSchema } from "../model/check-schema.ts";
import { escapeUnseen } from "../model/escape-unseen.ts";
import { formatPath } from "../model/json.ts";
import { type LintOptions, modelOf } from "./model.ts";
import type { Problem, Severity } from "./rule.ts";
import { rules } from "./rules.ts";

/** What a rule found at one place. */
export interface Finding extends Omit<Problem, "path"> {
  /** The rule's id. */
  readonly rule: string;
  /** How bad it is. */
  readonly severity: Severity;
  /** Where it is, as in `synchronizationRules[0].objectMappings[1].attributeMappings[4]`. */
  readonly path: string;
}

/**
 * Finds what the service would refuse, ignore or do otherwise than meant. An empty list means that no rule found anything,
 * not that every value will flow. Findings come in the order of `lintRules`, and of the schema within each.
 * @throws SchemaError `not-a-schema`, also for the options
 * @example
 * const errors = lint(schema).filter(({ severity }) => severity === "error");
 */
export function lint(schema: SynchronizationSchema, options: LintOptions = {}): readonly Finding[] {
  checkSchema(schema);
  if (options.template !== undefined) checkSchema(options.template);
  for (const directory of [options.directory ?? []].flat()) checkDirectory(directory);
  const model = modelOf(schema, options);
  return rules.flatMap(({ id, severity, check }) =>
    [...check(model)].map(({ path, message, ...problem }): Finding => {
      return { rule: id, severity, path: formatPath(path), message: escapeUnseen(message), ...problem };
    }),
  );
}
