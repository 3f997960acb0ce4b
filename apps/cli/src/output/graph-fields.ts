import type {
  AttributeMapping,
  AttributeMappingFunctionSchema,
  AttributeMappingSource,
  Filter,
  FilterOperatorSchema,
  ObjectConnection,
  ProvisioningErrorInfo,
  ProvisioningObjectSummary,
  ProvisioningStatusInfo,
  SynchronizationError,
  SynchronizationJob,
  SynchronizationQuarantine,
  SynchronizationSchedule,
  SynchronizationStatus,
  SynchronizationTaskExecution,
  SynchronizationTemplate,
} from "@graph-sync/core";
import { type Members, ofGraph } from "./fields.ts";

const error = ofGraph<SynchronizationError>({ code: "value", message: "value", tenantActionable: "value" });

export const quarantineFields: Members = ofGraph<SynchronizationQuarantine>({
  currentBegan: "value",
  error,
  nextAttempt: "value",
  reason: "value",
  seriesBegan: "value",
  seriesCount: "value",
});

const execution = ofGraph<SynchronizationTaskExecution>({
  activityIdentifier: "value",
  countEntitled: "value",
  countEntitledForProvisioning: "value",
  countEscrowed: "value",
  countEscrowedRaw: "value",
  countExported: "value",
  countExports: "value",
  countImported: "value",
  countImportedDeltas: "value",
  countImportedReferenceDeltas: "value",
  error,
  state: "value",
  timeBegan: "value",
  timeEnded: "value",
});

export const jobFields: Members = ofGraph<SynchronizationJob>({
  id: "value",
  templateId: "value",
  schedule: ofGraph<SynchronizationSchedule>({ expiration: "value", interval: "value", state: "value" }),
  status: ofGraph<SynchronizationStatus>({
    code: "value",
    countSuccessiveCompleteFailures: "value",
    escrowsPruned: "value",
    lastExecution: execution,
    lastSuccessfulExecution: execution,
    lastSuccessfulExecutionWithExports: execution,
    progress: "any",
    quarantine: quarantineFields,
    steadyStateFirstAchievedTime: "value",
    steadyStateLastAchievedTime: "value",
    synchronizedEntryCountByType: "any",
    troubleshootingUrl: "value",
  }),
  synchronizationJobSettings: "any",
  schema: "any",
  bulkUpload: "any",
  "@odata.type": "value",
});

export const templateFields: Members = ofGraph<SynchronizationTemplate>({
  id: "value",
  applicationId: "value",
  default: "value",
  description: "value",
  discoverable: "value",
  factoryTag: "value",
  metadata: "any",
  schema: "any",
  "@odata.type": "value",
});

/** Parties of an entry have members by which they differ. */
const party: Members = { names: { id: "value", displayName: "value", details: "any" }, open: true };
const errorInformation = ofGraph<ProvisioningErrorInfo>({
  additionalDetails: "value",
  errorCategory: "value",
  errorCode: "value",
  reason: "value",
  recommendedAction: "value",
});

export const entryFields: Members = ofGraph<ProvisioningObjectSummary>({
  id: "value",
  activityDateTime: "value",
  provisioningAction: "value",
  provisioningStatusInfo: ofGraph<ProvisioningStatusInfo>({ status: "value", errorInformation }),
  sourceIdentity: party,
  targetIdentity: party,
  sourceSystem: party,
  targetSystem: party,
  servicePrincipal: party,
  initiatedBy: party,
  jobId: "value",
  cycleId: "value",
  changeId: "value",
  tenantId: "value",
  durationInMilliseconds: "value",
  modifiedProperties: "any",
  provisioningSteps: "any",
  action: "value",
  statusInfo: "any",
  "@odata.type": "value",
});

export const linkFields: Members = ofGraph<ObjectConnection>({
  objectId: "value",
  sourceAnchor: "value",
  targetAnchor: "value",
  displayName: "value",
  objectTypeName: "value",
});

export const functionFields: Members = ofGraph<AttributeMappingFunctionSchema>({
  id: "value",
  name: "value",
  parameters: "any",
  "@odata.type": "value",
});

export const operatorFields: Members = ofGraph<FilterOperatorSchema>({
  id: "value",
  name: "value",
  arity: "value",
  multivaluedComparisonType: "value",
  supportedAttributeTypes: "value",
  "@odata.type": "value",
});

export const sourceFields: Members = ofGraph<AttributeMappingSource>({
  expression: "value",
  name: "value",
  type: "value",
  parameters: "any",
});

export const mappingFields: Members = ofGraph<AttributeMapping>({
  targetAttributeName: "value",
  source: sourceFields,
  matchingPriority: "value",
  flowType: "value",
  flowBehavior: "value",
  defaultValue: "value",
  exportMissingReferences: "value",
});

export const filterFields: Members = ofGraph<Filter>({
  groups: "any",
  inputFilterGroups: "any",
  categoryFilterGroups: "any",
});
