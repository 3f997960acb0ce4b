import graph from "@microsoft/microsoft-graph-client";
import { scenario } from "./scenario.mjs";

/** The client sends its token to no host that it does not know. */
const [, , origin = ""] = process.argv;
const client = graph.Client.init({
  baseUrl: origin,
  customHosts: new Set([new URL(origin).hostname]),
  authProvider: (done) => done(null, "a-token"),
});

const seen = await scenario(
  ({ method, path, version = "v1.0", query = {}, body, contentType = "application/json" }) => {
    const request = client.api(path).version(version).query(query);
    return body === undefined ? request[method.toLowerCase()]() : withBody(request, contentType, method, body);
  },
  ({ statusCode }) => statusCode,
);
process.stdout.write(JSON.stringify(seen));

function withBody(request, contentType, method, body) {
  return request.header("content-type", contentType)[method.toLowerCase()](body);
}
