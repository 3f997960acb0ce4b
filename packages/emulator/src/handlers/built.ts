import { getApplication, getApplicationByAppId, getServicePrincipal, getServicePrincipalByAppId } from "./apps.ts";
import { type Handlers, notBuilt } from "./handler.ts";
import { pauseJob, restartJob, startJob } from "./job-actions.ts";
import { getJobSchema, replaceJobSchema, resetJobSchema } from "./job-schema.ts";
import { createJob, deleteJob, getJob, listJobs, updateJob } from "./jobs.ts";
import { listSecrets, replaceSecrets } from "./secrets.ts";
import { getSynchronization } from "./synchronization.ts";
import { getTemplateSchema, replaceTemplateSchema, resetTemplateSchema } from "./template-schema.ts";
import { createTemplate, deleteTemplate, getTemplate, listTemplates, updateTemplate } from "./templates.ts";

/** What the emulator answers. An operation that joins the contract does not compile until it has its line here. */
export const built: Handlers = {
  "synchronization.get": getSynchronization,
  "jobs.list": listJobs,
  "jobs.get": getJob,
  "templates.list": listTemplates,
  "secrets.list": listSecrets,
  "servicePrincipals.get": getServicePrincipal,
  "servicePrincipals.getByAppId": getServicePrincipalByAppId,
  "applications.get": getApplication,
  "applications.getByAppId": getApplicationByAppId,
  "synchronization.ping": notBuilt,
  "jobs.create": createJob,
  "jobs.update": updateJob,
  "jobs.delete": deleteJob,
  "jobs.start": startJob,
  "jobs.pause": pauseJob,
  "jobs.restart": restartJob,
  "jobs.provisionOnDemand": notBuilt,
  "jobs.validateCredentials": notBuilt,
  "jobs.validateCredentialsForTemplate": notBuilt,
  "jobs.validateConnectivity": notBuilt,
  "jobs.bulkUpload": notBuilt,
  "objectConnections.delete": notBuilt,
  "jobs.schema.get": getJobSchema,
  "jobs.schema.replace": replaceJobSchema,
  "jobs.schema.reset": resetJobSchema,
  "jobs.schema.functions": notBuilt,
  "jobs.schema.filterOperators": notBuilt,
  "jobs.schema.parseExpression": notBuilt,
  "jobs.schema.directories.list": notBuilt,
  "jobs.schema.directories.get": notBuilt,
  "jobs.schema.directories.discover": notBuilt,
  "templates.get": getTemplate,
  "templates.create": createTemplate,
  "templates.update": updateTemplate,
  "templates.delete": deleteTemplate,
  "templates.schema.get": getTemplateSchema,
  "templates.schema.replace": replaceTemplateSchema,
  "templates.schema.reset": resetTemplateSchema,
  "templates.schema.functions": notBuilt,
  "templates.schema.filterOperators": notBuilt,
  "templates.schema.parseExpression": notBuilt,
  "templates.schema.directories.list": notBuilt,
  "templates.schema.directories.get": notBuilt,
  "templates.schema.directories.discover": notBuilt,
  "secrets.replace": replaceSecrets,
  "connectivityParameters.list": notBuilt,
  "provisioningLogs.list": notBuilt,
  "servicePrincipals.list": notBuilt,
  "servicePrincipals.owners": notBuilt,
  "applications.list": notBuilt,
  "applicationTemplates.instantiate": notBuilt,
  "users.get": notBuilt,
  "synchronization.acquireAccessToken": notBuilt,
  "connectivityParameters.update": notBuilt,
  "objectConnections.get": notBuilt,
};
