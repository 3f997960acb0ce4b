import type { StringKeyStringValuePair } from "../model/key-value-pair.ts";
import { isJsonObject, parseJson } from "../wire/json.ts";

/** What one object's provisioning did, as far as the service says it. Every member may be missing. */
export interface ProvisionedObject {
  /** What was done, such as `Create`, `Update`, `Disable`, `Other`. */
  readonly action?: string | null;
  /** The id of this change; the provisioning logs have it too. */
  readonly changeId?: string | null;
  /** When work on the object began, as the service prints it. */
  readonly startTime?: string | null;
  /** When it was done with. */
  readonly endTime?: string | null;
  /** What tells a person which object it is, such as a user principal name. */
  readonly reportableIdentifier?: string | null;
  /** The attributes of the target that were set. */
  readonly modifiedProperties?: readonly ProvisionedProperty[] | null;
  /** What was done, step by step, as far as it came. */
  readonly provisioningSteps?: readonly ProvisionedStep[] | null;
  /** How it ended, and why. */
  readonly statusInfo?: ProvisionedStatus | null;
  /** The object in the source. */
  readonly sourceIdentity?: ProvisionedParty | null;
  /** The object in the target, where it was found or made. */
  readonly targetIdentity?: ProvisionedParty | null;
  /** Where the object comes from. */
  readonly sourceSystem?: ProvisionedParty | null;
  /** Where it was written to. */
  readonly targetSystem?: ProvisionedParty | null;
}

/** An attribute of the target that was set; the values are text. */
export interface ProvisionedProperty {
  /** The attribute's name in the target. */
  readonly displayName?: string | null;
  /** What it had before; null where it had none. */
  readonly oldValue?: string | null;
  /** What it was set to. */
  readonly newValue?: string | null;
}

/** A step, in the words of provision on demand: `type`, and members in PascalCase, unlike the provisioning logs. */
export interface ProvisionedStep {
  /** Such as `EntryImport` or `EntryExportAdd`. */
  readonly name?: string | null;
  /** The part of a cycle, such as `Import` or `Export`. */
  readonly type?: string | null;
  /** How the step ended, such as `Success`, `Skipped`, `Failure`. */
  readonly status?: string | null;
  /** A sentence for people. */
  readonly description?: string | null;
  /** When it was done, as the service prints it. */
  readonly timestamp?: string | null;
  /** Facts by the names that the service chose. */
  readonly details?: Readonly<Record<string, unknown>> | null;
}

/** How one object's provisioning ended, and why. */
export interface ProvisionedStatus {
  /** Such as `Success`, `Skipped`, `Failure`, `Warning`. */
  readonly status?: string | null;
  /** A code of the service or of the connector; null after a success. */
  readonly errorCode?: string | null;
  /** A sentence for people. */
  readonly reason?: string | null;
  /** What else the service says, often an address or an answer of the target. */
  readonly additionalDetails?: string | null;
  /** Whose error it is. */
  readonly errorCategory?: string | null;
  /** What Microsoft recommends to do. */
  readonly recommendedAction?: string | null;
}

/** An object or a system, as provision on demand names it. */
export interface ProvisionedParty {
  /** The id that its own system gave it; `""` where there is none. */
  readonly id?: string | null;
  /** The type of an object, such as `User`; a system has none. */
  readonly type?: string | null;
  /** The name of a system, such as `Azure Active Directory`. */
  readonly name?: string | null;
  /** What people call it. */
  readonly displayName?: string | null;
  /** Facts by the names that the service chose. */
  readonly details?: Readonly<Record<string, unknown>> | null;
}

/** A pair of `provisionOnDemand`, read. */
export interface ProvisionResult {
  /** `Success`, `Skipped`, `Failure`, …; undefined where the key is the name of a .NET type, as some failures are. */
  readonly result: string | undefined;
  /** Undefined where it went well, and where the service gives none. */
  readonly errorCode: string | undefined;
  /** A sentence for people; undefined as above. */
  readonly errorMessage: string | undefined;
  /** One for each object; none where the service says nothing (`"{}"`). */
  readonly objects: readonly ProvisionedObject[];
  /** The pair as it was sent. */
  readonly raw: StringKeyStringValuePair;
}

/**
 * Reads the answer of `provisionOnDemand`: two strings that hold JSON, in more than one form. It never throws; what it
 * cannot read is still in `raw`. The details are personal data: keep them out of logs.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-provisionondemand
 */
export function provisionResult(pair: StringKeyStringValuePair): ProvisionResult {
  const key = parseJson(pair.key);
  const details = isJsonObject(key) ? key["details"] : undefined;
  const value = parseJson(pair.value);
  const objects = (Array.isArray(value) ? value : [value]).filter(isJsonObject);
  return {
    result: text(isJsonObject(key) ? key["result"] : undefined),
    errorCode: text(isJsonObject(details) ? details["errorCode"] : undefined),
    errorMessage: text(isJsonObject(details) ? details["errorMessage"] : undefined),
    objects: objects.filter((object) => Object.keys(object).length > 0),
    raw: pair,
  };
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
