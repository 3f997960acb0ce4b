import graph from "@microsoft/microsoft-graph-client";
import { scenario } from "./scenario.mjs";

/** `node graph-client.mjs <origin>`; the client sends its token to no host that it does not know. */
const [origin = ""] = process.argv.slice(2);
const client = graph.Client.init({
  baseUrl: origin,
  customHosts: new Set([new URL(origin).hostname]),
  authProvider: (done) => done(null, "a-token"),
});

await scenario(
  (_, method, path, body) => {
    const request = client.api(path);
    if (method === "GET") return request.get();
    if (method === "POST") return request.post(body);
    return method === "PUT" ? request.put(body) : request.delete();
  },
  ({ statusCode }) => statusCode,
);
