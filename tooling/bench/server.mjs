import { createServer } from "node:http";
import { jobsPage, sizedPage } from "./jobs-page.mjs";

/** The server of a run, a process of its own: one page of jobs for whoever asks with a token. */
const page = Buffer.from(JSON.stringify(jobsPage));
const sized = new Map([2_000, 200_000].map((bytes) => [String(bytes), Buffer.from(JSON.stringify(sizedPage(bytes)))]));

const server = createServer((request, response) => {
  const [, bytes = ""] = /top=(\d+)/.exec(request.url ?? "") ?? [];
  const body = sized.get(bytes) ?? page;
  const echo = request.headers["client-request-id"];
  response.writeHead(request.headers.authorization?.startsWith("Bearer ") ? 200 : 401, {
    "cache-control": "no-cache",
    "content-type":
      "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8",
    "content-length": body.length,
    "strict-transport-security": "max-age=31536000",
    "request-id": "5c0d6f0e-7a9b-4c55-93f1-2f7d1d3d8a44",
    ...(echo === undefined ? {} : { "client-request-id": echo }),
  });
  response.end(body);
});

// A contestant that waits for its turn keeps its connections.
server.keepAliveTimeout = 120_000;
process.once("disconnect", () => process.exit());
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object") process.send?.({ ok: `http://127.0.0.1:${address?.port}` });
});
