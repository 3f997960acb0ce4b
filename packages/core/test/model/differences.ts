/**
 * Every deliberate difference between the models and what Microsoft publishes about them; anything else fails a test,
 * and so does a difference that is listed here and no longer there.
 */
export interface Difference {
  /** A type, `Type.member`, or `Type.*` for every member that the model of a subset leaves out. */
  readonly name: string;
  /** "here": in the models. "there": in the sources that `than` names. */
  readonly kind: "only here" | "only there" | "another type";
  readonly than: readonly Source[];
  readonly reason: string;
}

export type Source = "v1.0 types" | "beta types" | "v1.0 metadata" | "beta metadata";

const types = ["v1.0 types", "beta types"] as const;
const metadata = ["v1.0 metadata", "beta metadata"] as const;
const everywhere = [...types, ...metadata] as const;
const v1 = ["v1.0 types", "v1.0 metadata"] as const;
const beta = ["beta types", "beta metadata"] as const;

const nameOnTheWire = "The service sends `name` and no `id`: see the examples of schema/functions and filterOperators.";
const undeclared = "The type is open and the member undeclared; parseExpression needs it.";
const v1Spelling = "v1.0 spells the member with a capital, beta does not.";
const betaSpelling = "beta spells the member with a small letter, v1.0 does not.";
const betaProductionOnly = "The published beta service has it, deprecated; the national cloud of the metadata has not.";
const scim = "The body is a SCIM message (RFC 7644 §3.7), not a Graph type.";
const subset = "The model is the part that finding an app or a user needs.";
const notReached = "The kept metadata holds only what the synchronization resource reaches.";

export const differences = [
  { name: "AttributeMappingFunctionSchema.name", kind: "only here", than: everywhere, reason: nameOnTheWire },
  { name: "FilterOperatorSchema.name", kind: "only here", than: everywhere, reason: nameOnTheWire },
  { name: "StringKeyObjectValuePair.value", kind: "only here", than: everywhere, reason: undeclared },
  {
    name: "Initiator.initiatingType",
    kind: "only here",
    than: everywhere,
    reason: "Documented provisioning logs have it in place of `initiatorType`.",
  },

  { name: "SynchronizationMetadata.GalleryApplicationIdentifier", kind: "only here", than: beta, reason: v1Spelling },
  { name: "SynchronizationMetadata.GalleryApplicationKey", kind: "only here", than: beta, reason: v1Spelling },
  { name: "SynchronizationMetadata.IsOAuthEnabled", kind: "only here", than: beta, reason: v1Spelling },
  { name: "SynchronizationMetadata.IsSynchronizationAgentRequired", kind: "only here", than: beta, reason: v1Spelling },
  { name: "SynchronizationMetadata.IsSynchronizationInPreview", kind: "only here", than: beta, reason: v1Spelling },
  { name: "SynchronizationMetadata.OAuthSettings", kind: "only here", than: beta, reason: v1Spelling },
  {
    name: "SynchronizationMetadata.SynchronizationLearnMoreIbizaFwLink",
    kind: "only here",
    than: beta,
    reason: v1Spelling,
  },
  { name: "SynchronizationMetadata.ConfigurationFields", kind: "only here", than: beta, reason: v1Spelling },
  { name: "SynchronizationMetadata.galleryApplicationIdentifier", kind: "only here", than: v1, reason: betaSpelling },
  { name: "SynchronizationMetadata.galleryApplicationKey", kind: "only here", than: v1, reason: betaSpelling },
  { name: "SynchronizationMetadata.isOAuthEnabled", kind: "only here", than: v1, reason: betaSpelling },
  { name: "SynchronizationMetadata.isSynchronizationAgentRequired", kind: "only here", than: v1, reason: betaSpelling },
  { name: "SynchronizationMetadata.isSynchronizationInPreview", kind: "only here", than: v1, reason: betaSpelling },
  { name: "SynchronizationMetadata.oAuthSettings", kind: "only here", than: v1, reason: betaSpelling },
  {
    name: "SynchronizationMetadata.synchronizationLearnMoreIbizaFwLink",
    kind: "only here",
    than: v1,
    reason: betaSpelling,
  },
  { name: "SynchronizationMetadata.configurationFields", kind: "only here", than: v1, reason: betaSpelling },

  {
    name: "ProvisioningObjectSummary.action",
    kind: "only here",
    than: ["v1.0 types", ...metadata],
    reason: betaProductionOnly,
  },
  {
    name: "ProvisioningObjectSummary.statusInfo",
    kind: "only here",
    than: ["v1.0 types", ...metadata],
    reason: betaProductionOnly,
  },
  { name: "StatusBase", kind: "only here", than: ["v1.0 types", ...metadata], reason: betaProductionOnly },
  { name: "StatusDetails", kind: "only here", than: ["v1.0 types", ...metadata], reason: betaProductionOnly },

  {
    name: "ConnectivityParameterEntry",
    kind: "only here",
    than: [...types, "v1.0 metadata"],
    reason: "New in the beta metadata; the type packages do not have it yet.",
  },
  {
    name: "ObjectConnection",
    kind: "only here",
    than: everywhere,
    reason: "A preview that is documented in prose and is in no metadata yet.",
  },
  {
    name: "BulkUpload",
    kind: "only here",
    than: ["beta metadata"],
    reason: "The national cloud of the kept beta metadata has no bulk upload; the published beta service has.",
  },
  {
    name: "SynchronizationJob.bulkUpload",
    kind: "only here",
    than: ["beta metadata"],
    reason: "The national cloud of the kept beta metadata has no bulk upload; the published beta service has.",
  },
  { name: "ScimBulkRequest", kind: "only here", than: everywhere, reason: scim },
  { name: "ScimBulkOperation", kind: "only here", than: everywhere, reason: scim },
  { name: "ScimUserData", kind: "only here", than: everywhere, reason: scim },

  { name: "Application.*", kind: "only there", than: types, reason: subset },
  { name: "ServicePrincipal.*", kind: "only there", than: types, reason: subset },
  { name: "User.*", kind: "only there", than: types, reason: subset },
  { name: "Entity", kind: "only here", than: metadata, reason: notReached },
  { name: "DirectoryObject", kind: "only here", than: metadata, reason: notReached },
  { name: "Application", kind: "only here", than: metadata, reason: notReached },
  { name: "ServicePrincipal", kind: "only here", than: metadata, reason: notReached },
  { name: "User", kind: "only here", than: metadata, reason: notReached },
  { name: "AppRole", kind: "only here", than: metadata, reason: notReached },
] as const satisfies readonly Difference[];
