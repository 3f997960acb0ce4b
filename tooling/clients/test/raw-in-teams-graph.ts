const beta = "It is there in beta only, and the package is made of v1.0.";
const alternateKey = "No endpoint of the package takes an alternate key.";
const boundFunction = "The package leaves out the functions of the metadata.";
const noPut = "The package has a PATCH, which the service answers with 404, and no PUT.";

/** What `@microsoft/teams.graph-endpoints` has no endpoint for, and why; its client sends that by path. */
export const rawInTeamsGraph: Readonly<Record<string, string>> = {
  "applications.getByAppId": alternateKey,
  "connectivityParameters.list": beta,
  "connectivityParameters.update": beta,
  "jobs.bulkUpload": "The package gets, changes and deletes it as an entity, and posts nothing to it.",
  "jobs.schema.filterOperators": boundFunction,
  "jobs.schema.functions": boundFunction,
  "jobs.schema.replace": noPut,
  "jobs.validateConnectivity": beta,
  "objectConnections.delete": beta,
  "objectConnections.get": beta,
  "secrets.list": "The package has the PUT, and no GET.",
  "servicePrincipals.getByAppId": alternateKey,
  "synchronization.ping": beta,
  "templates.schema.filterOperators": boundFunction,
  "templates.schema.functions": boundFunction,
  "templates.schema.replace": noPut,
};
