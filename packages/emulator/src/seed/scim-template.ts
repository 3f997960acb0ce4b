import type { SynchronizationTemplate } from "@graph-sync/core";
import { sampleSchema } from "./sample-schema.ts";

/** The template of an app that is provisioned to by SCIM. */
export function scimTemplate(description: string): SynchronizationTemplate {
  return {
    id: "scim",
    default: true,
    description,
    discoverable: true,
    factoryTag: "CustomSCIM",
    metadata: [
      { key: "IsOAuthEnabled", value: "false" },
      { key: "IsSynchronizationInPreview", value: "false" },
    ],
    schema: sampleSchema,
  };
}
