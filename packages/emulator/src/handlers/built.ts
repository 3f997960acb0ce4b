import {
  getApplication,
  getApplicationByAppId,
  getServicePrincipal,
  getServicePrincipalByAppId,
  getUser,
  instantiateApplicationTemplate,
  listApplications,
  listServicePrincipalOwners,
  listServicePrincipals,
} from "./apps.ts";
import { bulkUpload } from "./bulk-upload.ts";
import { listConnectivityParameters, updateConnectivityParameters } from "./connectivity-parameters.ts";
import { validateConnectivity, validateCredentials, validateJobCredentials } from "./credentials.ts";
import {
  discoverJobDirectory,
  discoverTemplateDirectory,
  getJobDirectory,
  getTemplateDirectory,
  listJobDirectories,
  listTemplateDirectories,
} from "./directories.ts";
import {
  jobFilterOperators,
  jobFunctions,
  parseJobExpression,
  parseTemplateExpression,
  templateFilterOperators,
  templateFunctions,
} from "./expressions.ts";
import type { Handlers } from "./handler.ts";
import { pauseJob, restartJob, startJob } from "./job-actions.ts";
import { getJobSchema, replaceJobSchema, resetJobSchema } from "./job-schema.ts";
import { createJob, deleteJob, getJob, listJobs, updateJob } from "./jobs.ts";
import { deleteObjectConnection, getObjectConnection } from "./object-connections.ts";
import { provisionOnDemand } from "./provision-on-demand.ts";
import { listProvisioningLogs } from "./provisioning-logs.ts";
import { listSecrets, replaceSecrets } from "./secrets.ts";
import { acquireAccessToken, getSynchronization, pingSynchronization } from "./synchronization.ts";
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
  "synchronization.ping": pingSynchronization,
  "jobs.create": createJob,
  "jobs.update": updateJob,
  "jobs.delete": deleteJob,
  "jobs.start": startJob,
  "jobs.pause": pauseJob,
  "jobs.restart": restartJob,
  "jobs.provisionOnDemand": provisionOnDemand,
  "jobs.validateCredentials": validateJobCredentials,
  "jobs.validateCredentialsForTemplate": validateCredentials,
  "jobs.validateConnectivity": validateConnectivity,
  "jobs.bulkUpload": bulkUpload,
  "objectConnections.delete": deleteObjectConnection,
  "jobs.schema.get": getJobSchema,
  "jobs.schema.replace": replaceJobSchema,
  "jobs.schema.reset": resetJobSchema,
  "jobs.schema.functions": jobFunctions,
  "jobs.schema.filterOperators": jobFilterOperators,
  "jobs.schema.parseExpression": parseJobExpression,
  "jobs.schema.directories.list": listJobDirectories,
  "jobs.schema.directories.get": getJobDirectory,
  "jobs.schema.directories.discover": discoverJobDirectory,
  "templates.get": getTemplate,
  "templates.create": createTemplate,
  "templates.update": updateTemplate,
  "templates.delete": deleteTemplate,
  "templates.schema.get": getTemplateSchema,
  "templates.schema.replace": replaceTemplateSchema,
  "templates.schema.reset": resetTemplateSchema,
  "templates.schema.functions": templateFunctions,
  "templates.schema.filterOperators": templateFilterOperators,
  "templates.schema.parseExpression": parseTemplateExpression,
  "templates.schema.directories.list": listTemplateDirectories,
  "templates.schema.directories.get": getTemplateDirectory,
  "templates.schema.directories.discover": discoverTemplateDirectory,
  "secrets.replace": replaceSecrets,
  "connectivityParameters.list": listConnectivityParameters,
  "provisioningLogs.list": listProvisioningLogs,
  "servicePrincipals.list": listServicePrincipals,
  "servicePrincipals.owners": listServicePrincipalOwners,
  "applications.list": listApplications,
  "applicationTemplates.instantiate": instantiateApplicationTemplate,
  "users.get": getUser,
  "synchronization.acquireAccessToken": acquireAccessToken,
  "connectivityParameters.update": updateConnectivityParameters,
  "objectConnections.get": getObjectConnection,
};
