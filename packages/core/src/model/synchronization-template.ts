import type { Entity, Open } from "./entity.ts";
import type { SynchronizationSchema } from "./synchronization-schema.ts";

/**
 * What jobs of an app are made from.
 *
 * Its `id` is a short name that the connector chose, such as `scim`, `aws` or `Slack`. An update replaces the template:
 * members that are left out are erased.
 * https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationtemplate
 */
export interface SynchronizationTemplate extends Entity {
  /** A GUID: the app that the template belongs to. */
  readonly applicationId?: string | null;
  /** Whether it is the one to use for this app. */
  readonly default?: boolean | null;
  /** A sentence for people. */
  readonly description?: string | null;
  /** Whether it is listed among the templates of the app. */
  readonly discoverable?: boolean | null;
  /** The connector behind it, such as `CustomSCIM`; resetting a template's schema goes back to this one's default. */
  readonly factoryTag?: string | null;
  /** Facts for the portal. */
  readonly metadata?: readonly SynchronizationMetadataEntry[] | null;
  /** The default schema of new jobs; documented list answers have it without `$expand`. */
  readonly schema?: SynchronizationSchema | null;
}

/**
 * A fact about a template; the value is text.
 * https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationmetadataentry
 */
export interface SynchronizationMetadataEntry {
  /** What the fact is about. */
  readonly key?: SynchronizationMetadata | null;
  /** What it says. */
  readonly value?: string | null;
}

/**
 * What a fact about a template is. v1.0 spells it `IsOAuthEnabled`, beta `isOAuthEnabled` (but
 * `IsSynchronizationAgentAssignmentRequired` in both): compare without regard to case.
 */
export type SynchronizationMetadata = Open<
  | "GalleryApplicationIdentifier"
  | "galleryApplicationIdentifier"
  | "GalleryApplicationKey"
  | "galleryApplicationKey"
  | "IsOAuthEnabled"
  | "isOAuthEnabled"
  | "IsSynchronizationAgentAssignmentRequired"
  | "IsSynchronizationAgentRequired"
  | "isSynchronizationAgentRequired"
  | "IsSynchronizationInPreview"
  | "isSynchronizationInPreview"
  | "OAuthSettings"
  | "oAuthSettings"
  | "SynchronizationLearnMoreIbizaFwLink"
  | "synchronizationLearnMoreIbizaFwLink"
  | "ConfigurationFields"
  | "configurationFields"
>;
