import { start } from "@graph-sync/tooling-services/redis.mjs";
import { ask } from "@graph-sync/tooling-services/service.mjs";
import { afterAll } from "vitest";

const asked = await ask("Redis", start);
if ("reason" in asked) console.log(asked.reason);
else afterAll(asked.stop);

/** A Redis for the tests of the file that imports this, or why they are left out. */
export const redis: { readonly url: string; readonly reason?: string } =
  "reason" in asked ? { url: "", reason: asked.reason } : asked;
