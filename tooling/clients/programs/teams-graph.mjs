import { Client } from "@microsoft/teams.graph";
import * as applicationTemplates from "@microsoft/teams.graph-endpoints/applicationTemplates";
import * as applications from "@microsoft/teams.graph-endpoints/applications";
import * as auditLogs from "@microsoft/teams.graph-endpoints/auditLogs";
import * as servicePrincipals from "@microsoft/teams.graph-endpoints/servicePrincipals";
import * as users from "@microsoft/teams.graph-endpoints/users";
import { scenario } from "./scenario.mjs";

/** The typed endpoint where the package has one; for the rest, which are printed as `raw`, its HTTP client. */
const [, , origin = ""] = process.argv;
const client = new Client({ token: "a-token" }, { baseUrlRoot: origin });
const raw = [];

/** Each endpoint of the package by what it asks for; a path in it is one with the names of its ids in braces. */
const endpoints = [applicationTemplates, applications, auditLogs, servicePrincipals, users].flatMap(endpointsIn);

function endpointsIn(group) {
  return Object.values(group).flatMap((one) => {
    if (typeof one !== "function") return endpointsIn(one);
    const { method, path } = one.length === 2 ? one({}, {}) : one({});
    return [{ call: one, method: method.toUpperCase(), segments: path.split("/") }];
  });
}

/** The endpoint that asks for this, and the ids that it needs for it. */
function endpointFor({ method, path, version }) {
  if (version !== undefined) return undefined;
  const given = path.split("/");
  const fits = (segment, index) => segment === given[index] || segment.startsWith("{");
  const [found] = endpoints
    .filter((one) => one.method === method && one.segments.length === given.length && one.segments.every(fits))
    .sort((one, other) => idsIn(one).length - idsIn(other).length);
  return found && { call: found.call, ids: Object.fromEntries(idsIn(found).map(([id, at]) => [id, given[at]])) };
}

function idsIn({ segments }) {
  return segments.flatMap((segment, at) => (segment.startsWith("{") ? [[segment.slice(1, -1), at]] : []));
}

const seen = await scenario(
  async (step) => {
    const { operation, method, path, version = "v1.0", query = {}, body, contentType = "application/json" } = step;
    const endpoint = endpointFor(step);
    if (endpoint !== undefined) {
      const takesBody = endpoint.call.length === 2 || body !== undefined;
      return client.call(endpoint.call, ...(takesBody ? [body] : []), { ...endpoint.ids, ...query });
    }
    raw.push(operation);
    // The client's own headers win over those of a request, so that another type needs a client with it.
    const http = client.http.clone({ headers: { "Content-Type": contentType } });
    return (await http.request({ method, url: `${origin}/${version}${path}`, data: body })).data;
  },
  (error) => error.statusCode ?? error.response?.status,
);
process.stdout.write(JSON.stringify({ ...seen, raw }));
