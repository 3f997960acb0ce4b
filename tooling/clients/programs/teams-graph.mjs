import { Client } from "@microsoft/teams.graph";
import * as applications from "@microsoft/teams.graph-endpoints/applications";
import * as servicePrincipals from "@microsoft/teams.graph-endpoints/servicePrincipals";
import * as jobs from "@microsoft/teams.graph-endpoints/servicePrincipals/synchronization/jobs";
import * as schema from "@microsoft/teams.graph-endpoints/servicePrincipals/synchronization/jobs/schema";
import { scenario } from "./scenario.mjs";

/** `node teams-graph.mjs <origin>`: the typed endpoints where the package has one, its HTTP client for the rest. */
const [origin = ""] = process.argv.slice(2);
const client = new Client({ token: "a-token" }, { baseUrlRoot: origin });

const ids = (path) => {
  const [, , servicePrincipal, , , job] = path.split("/");
  return { "servicePrincipal-id": servicePrincipal, "synchronizationJob-id": job };
};
const typed = {
  createApplication: (_, body) => client.call(applications.create, body),
  createServicePrincipal: (_, body) => client.call(servicePrincipals.create, body),
  createJob: (path, body) => client.call(jobs.create, body, ids(path)),
  listJobs: (path) => client.call(jobs.list, ids(path)),
  getJob: (path) => client.call(jobs.get, ids(path)),
  deleteJob: (path) => client.call(jobs.del, ids(path)),
  getSchema: (path) => client.call(schema.get, ids(path)),
};

await scenario(
  async (step, method, path, body) => {
    if (Object.hasOwn(typed, step)) return typed[step](path, body);
    const response = await client.http.request({ method, url: path, data: body });
    return response.data;
  },
  (error) => error.statusCode ?? error.response?.status,
);
