export { bearer } from "./auth/bearer.ts";
export { bearerFrom } from "./auth/bearer-from.ts";
export type { AccessToken, TokenCallback, TokenRequest, TokenSource } from "./auth/token-source.ts";
export { batch, type BatchOptions, type BatchResult, type BatchResults } from "./batch/batch.ts";
export { batchItem, type BatchItem, type BatchItemOptions } from "./batch/batch-item.ts";
export type { CallOptions, ResponseInfo } from "./client/call-options.ts";
export { type Caller, type CallerOptions, createCaller } from "./client/caller.ts";
export { type AuditLogsClient, type Client, createClient } from "./client/client.ts";
export { type Cloud, clouds, customCloud, type CustomCloudOptions } from "./client/cloud.ts";
export type { Page, PageOptions, Pages } from "./client/pages.ts";
export type {
  ApplicationClient,
  ApplicationsClient,
  ApplicationTemplateClient,
  ServicePrincipalClient,
  ServicePrincipalsClient,
  UserClient,
} from "./client/directory-client.ts";
export type { BulkUploadReceipt, JobClient, ObjectConnectionClient } from "./client/job-client.ts";
export type { ResetScope } from "./client/reset-scope.ts";
export type { DirectoriesClient, DirectoryClient, SchemaClient } from "./client/schema-client.ts";
export type {
  ConnectivityParametersClient,
  JobsClient,
  SecretsClient,
  SynchronizationClient,
  TemplatesClient,
} from "./client/synchronization-client.ts";
export type { TemplateClient } from "./client/template-client.ts";
export { edited, type Editable } from "./client/edited.ts";
export { findOrCreateJob } from "./client/find-or-create-job.ts";
export { type RawRequest, request } from "./client/request.ts";
export { toArray } from "./client/to-array.ts";
export { type ConsistencyOptions, waitUntilConsistent } from "./client/wait-until-consistent.ts";
export type { InstantiatedApplication, WithApplication, WithApplicationTemplate } from "./contract/applications.ts";
export type { CredentialsValidation } from "./contract/credentials.ts";
export type {
  OnRoot,
  WithAppId,
  WithBody,
  WithCollectionQuery,
  WithDirectory,
  WithEntityQuery,
  WithJob,
  WithTemplate,
} from "./contract/inputs.ts";
export type { ProvisionOnDemand, RestartJob } from "./contract/job-actions.ts";
export type { NewJob } from "./contract/jobs.ts";
export type { WithObject } from "./contract/object-connections.ts";
export type { ParseExpression } from "./contract/parse-expression.ts";
export type { SecretsReplacement } from "./contract/secrets.ts";
export type { WithServicePrincipal } from "./contract/service-principals.ts";
export type { NewTemplate } from "./contract/templates.ts";
export type { Credentials } from "./contract/synchronization.ts";
export type { WithUser } from "./contract/users.ts";
export type { Evidence, Keep, Method, Operation, OperationInfo, Repeat, Root, Version } from "./contract/operation.ts";
export type { InputOf, OperationId, OperationOf, OutputOf, Row } from "./contract/table.ts";
export { AmbiguousWriteError, isAmbiguousWriteError } from "./errors/ambiguous-write-error.ts";
export { type ErrorName, GraphError, isGraphError } from "./errors/graph-error.ts";
export { AuthError, type AuthErrorFacts, isAuthError } from "./errors/auth-error.ts";
export { GraphServiceError, isGraphServiceError } from "./errors/graph-service-error.ts";
export { isConflict, isNotFound, isThrottled } from "./errors/guards.ts";
export { InvalidRequestError, isInvalidRequestError } from "./errors/invalid-request-error.ts";
export {
  isTransportError,
  TransportError,
  type TransportErrorCode,
  type TransportErrorFacts,
  type TransportErrorKind,
} from "./errors/transport-error.ts";
export { isUntrustedLinkError, UntrustedLinkError } from "./errors/untrusted-link-error.ts";
export type { Collection } from "./model/collection.ts";
export type { DateTimeOffset, Duration, Entity, Open } from "./model/entity.ts";
export type * from "./model/app-role.ts";
export type * from "./model/application.ts";
export type * from "./model/attribute-definition.ts";
export type * from "./model/attribute-mapping-function-schema.ts";
export type * from "./model/attribute-mapping-source.ts";
export type * from "./model/attribute-mapping.ts";
export type * from "./model/bulk-upload.ts";
export type * from "./model/connectivity-parameter.ts";
export type * from "./model/directory-definition.ts";
export type * from "./model/directory-object.ts";
export type * from "./model/filter-operator-schema.ts";
export type * from "./model/filter.ts";
export type * from "./model/identity.ts";
export type * from "./model/key-value-pair.ts";
export type * from "./model/object-connection.ts";
export type * from "./model/object-definition.ts";
export type * from "./model/object-mapping.ts";
export type * from "./model/parse-expression.ts";
export type * from "./model/provision-on-demand.ts";
export type * from "./model/provisioning-object-summary.ts";
export type * from "./model/provisioning-status-info.ts";
export type * from "./model/provisioning-step.ts";
export type * from "./model/public-error.ts";
export type * from "./model/service-principal.ts";
export type * from "./model/synchronization-error.ts";
export type * from "./model/synchronization-job-restart.ts";
export type * from "./model/synchronization-job.ts";
export type * from "./model/synchronization-quarantine.ts";
export type * from "./model/synchronization-rule.ts";
export type * from "./model/synchronization-schedule.ts";
export type * from "./model/synchronization-schema.ts";
export type * from "./model/synchronization-secret.ts";
export type * from "./model/synchronization-status.ts";
export type * from "./model/synchronization-task-execution.ts";
export type * from "./model/synchronization-template.ts";
export type * from "./model/synchronization.ts";
export type * from "./model/user.ts";
export { odata, odataString, type ODataValue } from "./odata/literal.ts";
export type { CollectionQuery, EntityQuery, PropertyName } from "./odata/query.ts";
export * from "./operations.ts";
export { abortable } from "./pipeline/abortable.ts";
export { holdBack } from "./pipeline/hold-back.ts";
export { type Clock, type Host, sleepOn, systemHost } from "./pipeline/host.ts";
export { type Failure, mayRepeat } from "./pipeline/may-repeat.ts";
export { defineOption, optionBag, type OptionBag, type OptionEntry, type OptionKey } from "./pipeline/option.ts";
export {
  definePlugin,
  type Partition,
  type Plugin,
  type PluginHost,
  type Plugins,
  type Slot,
  SLOTS,
} from "./pipeline/plugin.ts";
export { resent } from "./pipeline/resent.ts";
export { flowTypes, parseFlags } from "./reading/flags.ts";
export { hasRun, isQuarantined, lastSuccess, nextRun } from "./reading/job.ts";
export { durationMs, momentOf } from "./reading/moment.ts";
export {
  type ProvisionedObject,
  type ProvisionedParty,
  type ProvisionedProperty,
  type ProvisionedStatus,
  type ProvisionedStep,
  provisionResult,
  type ProvisionResult,
} from "./reading/provision-result.ts";
export { settledDelete } from "./pipeline/settled-delete.ts";
export { checkLimits } from "./wire/check-limits.ts";
export { type ContentCoding, contentCodings } from "./wire/content-coding.ts";
export { type EchoCheck, echoCheck } from "./wire/echo-check.ts";
export { addHeader, checkHeaders, emptyHeaders, withHeader } from "./wire/headers.ts";
export { isJsonObject, type JsonObject, parseJson } from "./wire/json.ts";
export type { CacheOutcome, GraphRequest, GraphResponse, Send, Transport } from "./wire/message.ts";
export { type ExchangeFacts, networkFailure } from "./wire/network-failure.ts";
export { type Phase, type PhaseLimits, phaseTimer, type PhaseTimer } from "./wire/phase-timer.ts";
export { type BodyLimits, responseBody, type ResponseBody } from "./wire/response-body.ts";
export { retryAfterMs } from "./wire/retry-after.ts";
