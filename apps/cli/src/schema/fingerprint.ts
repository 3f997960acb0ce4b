import type { SynchronizationSchema } from "@graph-sync/core";
import { createHash } from "node:crypto";
import { answered } from "./read-schema.ts";
import { withoutContext } from "./without-context.ts";

/**
 * SHA-256 of a whole schema as it was read, with its version, which changes with each change of it; the order of what
 * the service may list in any order does not count, nor does the context, which is the address of the service.
 */
export async function fingerprint(schema: SynchronizationSchema): Promise<string> {
  const { format } = await import("@graph-sync/schema");
  const text = await answered("The live schema", () => format(withoutContext(schema), { sort: true }));
  return createHash("sha256").update(text).digest("hex");
}
