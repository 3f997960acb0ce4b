import type { StringKeyStringValuePair } from "../model/key-value-pair.ts";
import { isJsonObject, parseJson } from "../wire/json.ts";

/** What one object's provisioning did, as far as the service says it. Every member may be missing. */
export interface ProvisionedObject {
  readonly action?: string | null;
  readonly changeId?: string | null;
  readonly startTime?: string | null;
  readonly endTime?: string | null;
  readonly reportableIdentifier?: string | null;
  readonly modifiedProperties?: readonly ProvisionedProperty[] | null;
  readonly provisioningSteps?: readonly ProvisionedStep[] | null;
  readonly statusInfo?: ProvisionedStatus | null;
  readonly sourceIdentity?: ProvisionedParty | null;
  readonly targetIdentity?: ProvisionedParty | null;
  readonly sourceSystem?: ProvisionedParty | null;
  readonly targetSystem?: ProvisionedParty | null;
}

export interface ProvisionedProperty {
  readonly displayName?: string | null;
  readonly oldValue?: string | null;
  readonly newValue?: string | null;
}

/** A step, in the words of provision on demand: `type`, and members in PascalCase, unlike the provisioning logs. */
export interface ProvisionedStep {
  readonly name?: string | null;
  readonly type?: string | null;
  readonly status?: string | null;
  readonly description?: string | null;
  readonly timestamp?: string | null;
  readonly details?: Readonly<Record<string, unknown>> | null;
}

export interface ProvisionedStatus {
  readonly status?: string | null;
  readonly errorCode?: string | null;
  readonly reason?: string | null;
  readonly additionalDetails?: string | null;
  readonly errorCategory?: string | null;
  readonly recommendedAction?: string | null;
}

export interface ProvisionedParty {
  readonly id?: string | null;
  readonly type?: string | null;
  readonly name?: string | null;
  readonly displayName?: string | null;
  readonly details?: Readonly<Record<string, unknown>> | null;
}

/** A pair of `provisionOnDemand`, read. */
export interface ProvisionResult {
  /** `Success`, `Skipped`, `Failure`, …; undefined where the key is the name of a .NET type, as some failures are. */
  readonly result: string | undefined;
  readonly errorCode: string | undefined;
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
