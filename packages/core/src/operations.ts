export { getSynchronization } from "./contract/synchronization.ts";
export { getJob, listJobs } from "./contract/jobs.ts";
export { listTemplates } from "./contract/templates.ts";
export { listSecrets } from "./contract/secrets.ts";
