import { formatPath, isArray, isObject, membersOf } from "../model/json.ts";
import { SchemaError } from "../schema-error.ts";

/** What follows from a change. */
export interface Effect {
  /** What programs tell it by. */
  readonly kind:
    | "full-resync"
    | "leave-scope"
    | "may-leave-scope"
    | "enter-scope"
    | "may-enter-scope"
    | "deletes-held"
    | "deletes-unguarded"
    | "not-processed"
    | "flow-types"
    | "matching"
    | "not-editable";
  /** The rule and the object mapping it is about; empty for the whole job. */
  readonly place: readonly string[];
  /** What happens, in a sentence or two. */
  readonly message: string;
  /** Of `leave-scope` and `enter-scope`: those of the given objects that do. */
  readonly objects?: readonly SourceObject[];
}

/** The attributes of an object of the source, by name, as the service would read them. */
export type SourceObject = Readonly<Record<string, unknown>>;

export interface EffectOptions {
  /**
   * The job's setting `QuarantineTooManyDeletesThreshold`: how many deletes and disables of one cycle put the job into
   * quarantine. Missing: there is no threshold, or it is not known.
   */
  readonly deleteThreshold?: number;
  /**
   * Objects of the source by `sourceObjectName`, such as all users with the attributes that filters ask: who leaves and
   * who enters is then counted, and named in the effects. Assignments are not looked at.
   */
  readonly objects?: Readonly<Record<string, readonly SourceObject[]>>;
  /** The job's secret `SkipOutOfScopeDeletions`: who leaves scope keeps the account. Default false. */
  readonly skipOutOfScopeDeletions?: boolean;
}

/** @throws SchemaError `bad-option` */
export function checkOptions({ deleteThreshold, objects }: EffectOptions): void {
  if (deleteThreshold !== undefined && !(Number.isSafeInteger(deleteThreshold) && deleteThreshold >= 0)) {
    throw new SchemaError("bad-option", "deleteThreshold", "must be a whole number from 0 on.");
  }
  if (objects === undefined) return;
  if (!isObject(objects)) throw new SchemaError("bad-option", "objects", "must be lists by the name of the object.");
  for (const [name, list] of membersOf(objects)) {
    if (isArray(list) && list.every(isObject)) continue;
    throw new SchemaError("bad-option", formatPath(["objects", name]), "must be an array of objects.");
  }
}
