import { parseFlags, type SynchronizationRule, type SynchronizationSchema } from "@graph-sync/core";
import { Refusal } from "../../errors/refusal.ts";
import { exitCodes } from "../../exit-codes.ts";
import { plain } from "../../output/plain.ts";

/** By which rule of a job's schema an object is provisioned, and what the rule calls such an object. */
export interface RuleFor {
  readonly ruleId: string;
  readonly objectTypeName: string;
}

/**
 * Finds the rule that maps users, or groups: the first one, in the order in which the service processes them.
 * @throws Refusal where there is none
 */
export function ruleFor(schema: SynchronizationSchema, kind: "user" | "group", named: string | undefined): RuleFor {
  const rules = (schema.synchronizationRules ?? []).toSorted((a, b) => (a.priority ?? 0) - (b.priority ?? 0));
  for (const { id, objectMappings } of rules) {
    if (typeof id !== "string" || (named !== undefined && named !== id)) continue;
    const mapping = (objectMappings ?? []).find(
      ({ enabled, sourceObjectName }) => enabled !== false && sourceObjectName?.toLowerCase() === kind,
    );
    if (typeof mapping?.sourceObjectName === "string") {
      return { ruleId: id, objectTypeName: mapping.sourceObjectName };
    }
  }
  const some = rules.map(described).join(", ") || "none";
  const which =
    named === undefined ? `No rule of the job's schema maps ${kind}s` : `The rule ${plain(named)} maps no ${kind}s`;
  throw new Refusal(
    exitCodes.failed,
    `${which}, or the mapping is disabled. The rules are: ${some}.`,
    named === undefined ? `Enable the mapping of ${kind}s first.` : "Leave out --rule, or name another one.",
  );
}

function described({ id, name, objectMappings }: SynchronizationRule): string {
  const sources = (objectMappings ?? []).map(({ sourceObjectName, enabled, flowTypes }) => {
    const idle = enabled === false || parseFlags(flowTypes).length === 0;
    return `${plain(sourceObjectName)}${idle ? " (disabled)" : ""}`;
  });
  return `${plain(id)} ${plain(name)} (${sources.join(", ")})`;
}
