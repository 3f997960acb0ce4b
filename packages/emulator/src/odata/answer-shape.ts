import type { OperationId } from "@graph-sync/core";
import { jobType, synchronizationType, templateType, type EntityType } from "./entity-type.ts";

/** What an operation answers, as far as OData is concerned. */
export interface AnswerShape {
  readonly kind: "entity" | "collection";
  /** Absent for values that are no entities: they take no options. */
  readonly type?: EntityType;
}

/** Of the operations that are built. */
export const answerShapes: { readonly [Id in OperationId]?: AnswerShape } = {
  "synchronization.get": { kind: "entity", type: synchronizationType },
  "jobs.list": { kind: "collection", type: jobType },
  "jobs.get": { kind: "entity", type: jobType },
  "templates.list": { kind: "collection", type: templateType },
  "secrets.list": { kind: "collection" },
};
