import type { Handlers } from "./handler.ts";
import { getJob, listJobs } from "./jobs.ts";
import { listSecrets } from "./secrets.ts";
import { getSynchronization } from "./synchronization.ts";
import { listTemplates } from "./templates.ts";

/** What the emulator answers. An operation that joins the contract does not compile until it has its line here. */
export const built: Handlers = {
  "synchronization.get": getSynchronization,
  "jobs.list": listJobs,
  "jobs.get": getJob,
  "templates.list": listTemplates,
  "secrets.list": listSecrets,
};
