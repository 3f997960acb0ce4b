import type { SynchronizationSchema } from "@graph-sync/core";
import type { Change } from "../diff/change.ts";
import { diff } from "../diff/diff.ts";
import { checkSchema } from "../model/check-schema.ts";
import { formatPath, mapStrings } from "../model/json.ts";
import { placeholdersIn } from "../portable/placeholder.ts";
import { SchemaError } from "../schema-error.ts";
import { bodyFor } from "./body-for.ts";
import { checkOptions, type Effect, type EffectOptions } from "./effect.ts";
import { effectsOf } from "./effects-of.ts";

/** What a PUT would change, and what follows from it. Nothing was sent: that stays with the client. */
export interface Plan {
  /** Empty: the job has this schema already, so send nothing. */
  readonly changes: readonly Change[];
  /** What the changes do to the job and to accounts; empty where nothing changes. */
  readonly effects: readonly Effect[];
  /**
   * The whole schema to PUT: the desired one, with the ids and dates that the service gives by itself as the job has
   * them now.
   */
  readonly body: SynchronizationSchema;
}

/** What is known beside the two schemas, so that the effects are exact. */
export type PlanOptions = EffectOptions;

/**
 * Compares the schema that a job has with the one it should have. PUT replaces a schema as a whole, so `body` holds what
 * does not change as well.
 * @throws SchemaError `not-a-schema`; `unbound-placeholder` where the desired schema is still a portable one;
 *   `bad-option`
 * @example
 * const { changes, body } = plan(await job.schema.get(), desired);
 * if (changes.length > 0) await job.schema.replace(body);
 */
export function plan(current: SynchronizationSchema, desired: SynchronizationSchema, options: PlanOptions = {}): Plan {
  checkSchema(current);
  checkSchema(desired);
  checkOptions(options);
  refusePlaceholders(desired);
  const body = bodyFor(current, desired);
  const changes = diff(current, body);
  return { changes, effects: changes.length === 0 ? [] : effectsOf(current, body, options), body };
}

function refusePlaceholders(schema: SynchronizationSchema): void {
  mapStrings(schema, (text, path) => {
    const [key] = placeholdersIn(text);
    if (key === undefined) return text;
    const problem = `holds the placeholder {{${key}}}: bind it with fromPortable before planning.`;
    throw new SchemaError("unbound-placeholder", formatPath(path), problem);
  });
}
