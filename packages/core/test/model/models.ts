import type * as V1 from "@microsoft/microsoft-graph-types";
import type * as Beta from "@microsoft/microsoft-graph-types-beta";
import type { AppRole } from "../../src/model/app-role.ts";
import type { Application } from "../../src/model/application.ts";
import type {
  AttributeDefinition,
  AttributeDefinitionMetadata,
  AttributeDefinitionMetadataEntry,
  AttributeType,
  Mutability,
  ReferencedObject,
} from "../../src/model/attribute-definition.ts";
import type {
  AttributeMappingFunctionSchema,
  AttributeMappingParameterSchema,
} from "../../src/model/attribute-mapping-function-schema.ts";
import type {
  AttributeMappingSource,
  AttributeMappingSourceType,
  StringKeyAttributeMappingSourceValuePair,
} from "../../src/model/attribute-mapping-source.ts";
import type { AttributeFlowBehavior, AttributeFlowType, AttributeMapping } from "../../src/model/attribute-mapping.ts";
import type { BulkUpload, ScimBulkOperation, ScimBulkRequest, ScimUserData } from "../../src/model/bulk-upload.ts";
import type { ConnectivityParameterEntry } from "../../src/model/connectivity-parameter.ts";
import type {
  DirectoryDefinition,
  DirectoryDefinitionDiscoverabilities,
} from "../../src/model/directory-definition.ts";
import type { DirectoryObject } from "../../src/model/directory-object.ts";
import type { Entity } from "../../src/model/entity.ts";
import type {
  FilterOperatorSchema,
  ScopeOperatorMultiValuedComparisonType,
  ScopeOperatorType,
} from "../../src/model/filter-operator-schema.ts";
import type { Filter, FilterClause, FilterGroup, FilterOperand } from "../../src/model/filter.ts";
import type {
  DetailsInfo,
  Identity,
  Initiator,
  InitiatorType,
  ProvisionedIdentity,
  ProvisioningServicePrincipal,
  ProvisioningSystem,
} from "../../src/model/identity.ts";
import type {
  KeyValuePair,
  StringKeyLongValuePair,
  StringKeyObjectValuePair,
  StringKeyStringValuePair,
} from "../../src/model/key-value-pair.ts";
import type { ObjectConnection } from "../../src/model/object-connection.ts";
import type {
  ObjectDefinition,
  ObjectDefinitionMetadata,
  ObjectDefinitionMetadataEntry,
} from "../../src/model/object-definition.ts";
import type {
  EscrowBehavior,
  ObjectFlowTypes,
  ObjectMapping,
  ObjectMappingMetadata,
  ObjectMappingMetadataEntry,
  SynchronizationDisposition,
} from "../../src/model/object-mapping.ts";
import type { ExpressionInputObject, ParseExpressionResponse } from "../../src/model/parse-expression.ts";
import type {
  SynchronizationJobApplicationParameters,
  SynchronizationJobSubject,
  SynchronizationLinkedObjects,
} from "../../src/model/provision-on-demand.ts";
import type {
  ModifiedProperty,
  ProvisioningAction,
  ProvisioningObjectSummary,
} from "../../src/model/provisioning-object-summary.ts";
import type {
  ProvisioningErrorInfo,
  ProvisioningResult,
  ProvisioningStatusErrorCategory,
  ProvisioningStatusInfo,
  StatusBase,
  StatusDetails,
} from "../../src/model/provisioning-status-info.ts";
import type { ProvisioningStep, ProvisioningStepType } from "../../src/model/provisioning-step.ts";
import type { PublicError, PublicErrorDetail, PublicInnerError } from "../../src/model/public-error.ts";
import type { ServicePrincipal } from "../../src/model/service-principal.ts";
import type { SynchronizationError } from "../../src/model/synchronization-error.ts";
import type {
  SynchronizationJobRestartCriteria,
  SynchronizationJobRestartScope,
} from "../../src/model/synchronization-job-restart.ts";
import type { SynchronizationJob } from "../../src/model/synchronization-job.ts";
import type { QuarantineReason, SynchronizationQuarantine } from "../../src/model/synchronization-quarantine.ts";
import type { ContainerFilter, GroupFilter, SynchronizationRule } from "../../src/model/synchronization-rule.ts";
import type {
  SynchronizationSchedule,
  SynchronizationScheduleState,
} from "../../src/model/synchronization-schedule.ts";
import type { SynchronizationSchema } from "../../src/model/synchronization-schema.ts";
import type {
  SynchronizationSecret,
  SynchronizationSecretKeyStringValuePair,
} from "../../src/model/synchronization-secret.ts";
import type {
  SynchronizationProgress,
  SynchronizationStatus,
  SynchronizationStatusCode,
} from "../../src/model/synchronization-status.ts";
import type {
  SynchronizationTaskExecution,
  SynchronizationTaskExecutionResult,
} from "../../src/model/synchronization-task-execution.ts";
import type {
  SynchronizationMetadata,
  SynchronizationMetadataEntry,
  SynchronizationTemplate,
} from "../../src/model/synchronization-template.ts";
import type { Synchronization } from "../../src/model/synchronization.ts";
import type { User } from "../../src/model/user.ts";

/** Every model beside its twins in Microsoft's own type packages. */
export interface Models {
  AppRole: [AppRole, V1.AppRole, Beta.AppRole];
  Application: [Application, V1.Application, Beta.Application];
  AttributeDefinition: [AttributeDefinition, V1.AttributeDefinition, Beta.AttributeDefinition];
  AttributeDefinitionMetadata: [
    AttributeDefinitionMetadata,
    V1.AttributeDefinitionMetadata,
    Beta.AttributeDefinitionMetadata,
  ];
  AttributeDefinitionMetadataEntry: [
    AttributeDefinitionMetadataEntry,
    V1.AttributeDefinitionMetadataEntry,
    Beta.AttributeDefinitionMetadataEntry,
  ];
  AttributeFlowBehavior: [AttributeFlowBehavior, V1.AttributeFlowBehavior, Beta.AttributeFlowBehavior];
  AttributeFlowType: [AttributeFlowType, V1.AttributeFlowType, Beta.AttributeFlowType];
  AttributeMapping: [AttributeMapping, V1.AttributeMapping, Beta.AttributeMapping];
  AttributeMappingFunctionSchema: [
    AttributeMappingFunctionSchema,
    V1.AttributeMappingFunctionSchema,
    Beta.AttributeMappingFunctionSchema,
  ];
  AttributeMappingParameterSchema: [
    AttributeMappingParameterSchema,
    V1.AttributeMappingParameterSchema,
    Beta.AttributeMappingParameterSchema,
  ];
  AttributeMappingSource: [AttributeMappingSource, V1.AttributeMappingSource, Beta.AttributeMappingSource];
  AttributeMappingSourceType: [
    AttributeMappingSourceType,
    V1.AttributeMappingSourceType,
    Beta.AttributeMappingSourceType,
  ];
  AttributeType: [AttributeType, V1.AttributeType, Beta.AttributeType];
  BulkUpload: [BulkUpload, V1.BulkUpload, Beta.BulkUpload];
  ConnectivityParameterEntry: [ConnectivityParameterEntry, Absent, Absent];
  ContainerFilter: [ContainerFilter, V1.ContainerFilter, Beta.ContainerFilter];
  DetailsInfo: [DetailsInfo, V1.DetailsInfo, Beta.DetailsInfo];
  DirectoryDefinition: [DirectoryDefinition, V1.DirectoryDefinition, Beta.DirectoryDefinition];
  DirectoryDefinitionDiscoverabilities: [
    DirectoryDefinitionDiscoverabilities,
    V1.DirectoryDefinitionDiscoverabilities,
    Beta.DirectoryDefinitionDiscoverabilities,
  ];
  DirectoryObject: [DirectoryObject, V1.DirectoryObject, Beta.DirectoryObject];
  Entity: [Entity, V1.Entity, Beta.Entity];
  EscrowBehavior: [EscrowBehavior, V1.EscrowBehavior, Beta.EscrowBehavior];
  ExpressionInputObject: [ExpressionInputObject, V1.ExpressionInputObject, Beta.ExpressionInputObject];
  Filter: [Filter, V1.Filter, Beta.Filter];
  FilterClause: [FilterClause, V1.FilterClause, Beta.FilterClause];
  FilterGroup: [FilterGroup, V1.FilterGroup, Beta.FilterGroup];
  FilterOperand: [FilterOperand, V1.FilterOperand, Beta.FilterOperand];
  FilterOperatorSchema: [FilterOperatorSchema, V1.FilterOperatorSchema, Beta.FilterOperatorSchema];
  GroupFilter: [GroupFilter, V1.GroupFilter, Beta.GroupFilter];
  Identity: [Identity, V1.Identity, Beta.Identity];
  Initiator: [Initiator, V1.Initiator, Beta.Initiator];
  InitiatorType: [InitiatorType, V1.InitiatorType, Beta.InitiatorType];
  KeyValuePair: [KeyValuePair, V1.KeyValuePair, Beta.KeyValuePair];
  ModifiedProperty: [ModifiedProperty, V1.ModifiedProperty, Beta.ModifiedProperty];
  Mutability: [Mutability, V1.Mutability, Beta.Mutability];
  ObjectConnection: [ObjectConnection, Absent, Absent];
  ObjectDefinition: [ObjectDefinition, V1.ObjectDefinition, Beta.ObjectDefinition];
  ObjectDefinitionMetadata: [ObjectDefinitionMetadata, V1.ObjectDefinitionMetadata, Beta.ObjectDefinitionMetadata];
  ObjectDefinitionMetadataEntry: [
    ObjectDefinitionMetadataEntry,
    V1.ObjectDefinitionMetadataEntry,
    Beta.ObjectDefinitionMetadataEntry,
  ];
  ObjectFlowTypes: [ObjectFlowTypes, V1.ObjectFlowTypes, Beta.ObjectFlowTypes];
  ObjectMapping: [ObjectMapping, V1.ObjectMapping, Beta.ObjectMapping];
  ObjectMappingMetadata: [ObjectMappingMetadata, V1.ObjectMappingMetadata, Beta.ObjectMappingMetadata];
  ObjectMappingMetadataEntry: [
    ObjectMappingMetadataEntry,
    V1.ObjectMappingMetadataEntry,
    Beta.ObjectMappingMetadataEntry,
  ];
  ParseExpressionResponse: [ParseExpressionResponse, V1.ParseExpressionResponse, Beta.ParseExpressionResponse];
  ProvisionedIdentity: [ProvisionedIdentity, V1.ProvisionedIdentity, Beta.ProvisionedIdentity];
  ProvisioningAction: [ProvisioningAction, V1.ProvisioningAction, Beta.ProvisioningAction];
  ProvisioningErrorInfo: [ProvisioningErrorInfo, V1.ProvisioningErrorInfo, Beta.ProvisioningErrorInfo];
  ProvisioningObjectSummary: [ProvisioningObjectSummary, V1.ProvisioningObjectSummary, Beta.ProvisioningObjectSummary];
  ProvisioningResult: [ProvisioningResult, V1.ProvisioningResult, Beta.ProvisioningResult];
  ProvisioningServicePrincipal: [
    ProvisioningServicePrincipal,
    V1.ProvisioningServicePrincipal,
    Beta.ProvisioningServicePrincipal,
  ];
  ProvisioningStatusErrorCategory: [
    ProvisioningStatusErrorCategory,
    V1.ProvisioningStatusErrorCategory,
    Beta.ProvisioningStatusErrorCategory,
  ];
  ProvisioningStatusInfo: [ProvisioningStatusInfo, V1.ProvisioningStatusInfo, Beta.ProvisioningStatusInfo];
  ProvisioningStep: [ProvisioningStep, V1.ProvisioningStep, Beta.ProvisioningStep];
  ProvisioningStepType: [ProvisioningStepType, V1.ProvisioningStepType, Beta.ProvisioningStepType];
  ProvisioningSystem: [ProvisioningSystem, V1.ProvisioningSystem, Beta.ProvisioningSystem];
  PublicError: [PublicError, V1.PublicError, Beta.PublicError];
  PublicErrorDetail: [PublicErrorDetail, V1.PublicErrorDetail, Beta.PublicErrorDetail];
  PublicInnerError: [PublicInnerError, V1.PublicInnerError, Beta.PublicInnerError];
  QuarantineReason: [QuarantineReason, V1.QuarantineReason, Beta.QuarantineReason];
  ReferencedObject: [ReferencedObject, V1.ReferencedObject, Beta.ReferencedObject];
  ScimBulkOperation: [ScimBulkOperation, Absent, Absent];
  ScimBulkRequest: [ScimBulkRequest, Absent, Absent];
  ScimUserData: [ScimUserData, Absent, Absent];
  ScopeOperatorMultiValuedComparisonType: [
    ScopeOperatorMultiValuedComparisonType,
    V1.ScopeOperatorMultiValuedComparisonType,
    Beta.ScopeOperatorMultiValuedComparisonType,
  ];
  ScopeOperatorType: [ScopeOperatorType, V1.ScopeOperatorType, Beta.ScopeOperatorType];
  ServicePrincipal: [ServicePrincipal, V1.ServicePrincipal, Beta.ServicePrincipal];
  StatusBase: [StatusBase, Absent, Beta.StatusBase];
  StatusDetails: [StatusDetails, Absent, Beta.StatusDetails];
  StringKeyAttributeMappingSourceValuePair: [
    StringKeyAttributeMappingSourceValuePair,
    V1.StringKeyAttributeMappingSourceValuePair,
    Beta.StringKeyAttributeMappingSourceValuePair,
  ];
  StringKeyLongValuePair: [StringKeyLongValuePair, V1.StringKeyLongValuePair, Beta.StringKeyLongValuePair];
  StringKeyObjectValuePair: [StringKeyObjectValuePair, V1.StringKeyObjectValuePair, Beta.StringKeyObjectValuePair];
  StringKeyStringValuePair: [StringKeyStringValuePair, V1.StringKeyStringValuePair, Beta.StringKeyStringValuePair];
  Synchronization: [Synchronization, V1.Synchronization, Beta.Synchronization];
  SynchronizationDisposition: [
    SynchronizationDisposition,
    V1.SynchronizationDisposition,
    Beta.SynchronizationDisposition,
  ];
  SynchronizationError: [SynchronizationError, V1.SynchronizationError, Beta.SynchronizationError];
  SynchronizationJob: [SynchronizationJob, V1.SynchronizationJob, Beta.SynchronizationJob];
  SynchronizationJobApplicationParameters: [
    SynchronizationJobApplicationParameters,
    V1.SynchronizationJobApplicationParameters,
    Beta.SynchronizationJobApplicationParameters,
  ];
  SynchronizationJobRestartCriteria: [
    SynchronizationJobRestartCriteria,
    V1.SynchronizationJobRestartCriteria,
    Beta.SynchronizationJobRestartCriteria,
  ];
  SynchronizationJobRestartScope: [
    SynchronizationJobRestartScope,
    V1.SynchronizationJobRestartScope,
    Beta.SynchronizationJobRestartScope,
  ];
  SynchronizationJobSubject: [SynchronizationJobSubject, V1.SynchronizationJobSubject, Beta.SynchronizationJobSubject];
  SynchronizationLinkedObjects: [
    SynchronizationLinkedObjects,
    V1.SynchronizationLinkedObjects,
    Beta.SynchronizationLinkedObjects,
  ];
  SynchronizationMetadata: [SynchronizationMetadata, V1.SynchronizationMetadata, Beta.SynchronizationMetadata];
  SynchronizationMetadataEntry: [
    SynchronizationMetadataEntry,
    V1.SynchronizationMetadataEntry,
    Beta.SynchronizationMetadataEntry,
  ];
  SynchronizationProgress: [SynchronizationProgress, V1.SynchronizationProgress, Beta.SynchronizationProgress];
  SynchronizationQuarantine: [SynchronizationQuarantine, V1.SynchronizationQuarantine, Beta.SynchronizationQuarantine];
  SynchronizationRule: [SynchronizationRule, V1.SynchronizationRule, Beta.SynchronizationRule];
  SynchronizationSchedule: [SynchronizationSchedule, V1.SynchronizationSchedule, Beta.SynchronizationSchedule];
  SynchronizationScheduleState: [
    SynchronizationScheduleState,
    V1.SynchronizationScheduleState,
    Beta.SynchronizationScheduleState,
  ];
  SynchronizationSchema: [SynchronizationSchema, V1.SynchronizationSchema, Beta.SynchronizationSchema];
  SynchronizationSecret: [SynchronizationSecret, V1.SynchronizationSecret, Beta.SynchronizationSecret];
  SynchronizationSecretKeyStringValuePair: [
    SynchronizationSecretKeyStringValuePair,
    V1.SynchronizationSecretKeyStringValuePair,
    Beta.SynchronizationSecretKeyStringValuePair,
  ];
  SynchronizationStatus: [SynchronizationStatus, V1.SynchronizationStatus, Beta.SynchronizationStatus];
  SynchronizationStatusCode: [SynchronizationStatusCode, V1.SynchronizationStatusCode, Beta.SynchronizationStatusCode];
  SynchronizationTaskExecution: [
    SynchronizationTaskExecution,
    V1.SynchronizationTaskExecution,
    Beta.SynchronizationTaskExecution,
  ];
  SynchronizationTaskExecutionResult: [
    SynchronizationTaskExecutionResult,
    V1.SynchronizationTaskExecutionResult,
    Beta.SynchronizationTaskExecutionResult,
  ];
  SynchronizationTemplate: [SynchronizationTemplate, V1.SynchronizationTemplate, Beta.SynchronizationTemplate];
  User: [User, V1.User, Beta.User];
}

/** In the place of a type that a package does not have. */
export interface Absent {
  readonly absent: true;
}

/** The day a package has one of these, the expectation above it fails, and its row above gets the type. */
export type Absences = [
  // @ts-expect-error The package does not have it.
  V1.ConnectivityParameterEntry,
  // @ts-expect-error The package does not have it.
  Beta.ConnectivityParameterEntry,
  // @ts-expect-error The package does not have it.
  V1.ObjectConnection,
  // @ts-expect-error The package does not have it.
  Beta.ObjectConnection,
  // @ts-expect-error The package does not have it.
  V1.ScimBulkOperation,
  // @ts-expect-error The package does not have it.
  Beta.ScimBulkOperation,
  // @ts-expect-error The package does not have it.
  V1.ScimBulkRequest,
  // @ts-expect-error The package does not have it.
  Beta.ScimBulkRequest,
  // @ts-expect-error The package does not have it.
  V1.ScimUserData,
  // @ts-expect-error The package does not have it.
  Beta.ScimUserData,
  // @ts-expect-error The package does not have it.
  V1.StatusBase,
  // @ts-expect-error The package does not have it.
  V1.StatusDetails,
];
