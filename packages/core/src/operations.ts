export { acquireAccessToken, getSynchronization, pingSynchronization } from "./contract/synchronization.ts";
export { createJob, deleteJob, getJob, listJobs, updateJob } from "./contract/jobs.ts";
export { pauseJob, provisionOnDemand, restartJob, startJob } from "./contract/job-actions.ts";
export { validateConnectivity, validateCredentials, validateJobCredentials } from "./contract/credentials.ts";
export { bulkUpload } from "./contract/bulk-upload.ts";
export { deleteObjectConnection, getObjectConnection } from "./contract/object-connections.ts";
export {
  getJobSchema,
  listJobSchemaFilterOperators,
  listJobSchemaFunctions,
  parseJobExpression,
  replaceJobSchema,
  resetJobSchema,
} from "./contract/job-schema.ts";
export { discoverJobDirectory, getJobDirectory, listJobDirectories } from "./contract/job-directories.ts";
export { createTemplate, deleteTemplate, getTemplate, listTemplates, updateTemplate } from "./contract/templates.ts";
export {
  getTemplateSchema,
  listTemplateSchemaFilterOperators,
  listTemplateSchemaFunctions,
  parseTemplateExpression,
  replaceTemplateSchema,
  resetTemplateSchema,
} from "./contract/template-schema.ts";
export {
  discoverTemplateDirectory,
  getTemplateDirectory,
  listTemplateDirectories,
} from "./contract/template-directories.ts";
export { listSecrets, replaceSecrets } from "./contract/secrets.ts";
export { listConnectivityParameters, updateConnectivityParameters } from "./contract/connectivity-parameters.ts";
export { listProvisioningLogs } from "./contract/provisioning-logs.ts";
export {
  getServicePrincipal,
  getServicePrincipalByAppId,
  listServicePrincipalOwners,
  listServicePrincipals,
} from "./contract/service-principals.ts";
export {
  getApplication,
  getApplicationByAppId,
  instantiateApplicationTemplate,
  listApplications,
} from "./contract/applications.ts";
export { getUser } from "./contract/users.ts";
