import { readFileSync } from "node:fs";
import { bearer, createClient, customCloud } from "@graph-sync/core";
import { cache } from "@graph-sync/plugin-cache";
import { telemetry } from "@graph-sync/plugin-telemetry";
import { loopbackServer } from "@graph-sync/testing";
import { freePort } from "@graph-sync/tooling-services/process.mjs";
import { fetchTransport } from "@graph-sync/transport-fetch";
import { metrics } from "@opentelemetry/api";
import { expect, test } from "vitest";
import { serveMetrics } from "./recipes/prometheus.ts";

test("the recipe shows Prometheus what calls over a socket took", async () => {
  const server = await loopbackServer((_, socket) => {
    const body = '{"id":"j"}';
    socket.write(`HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
  });
  const port = await freePort();
  const provider = await serveMetrics(port);
  try {
    const cloud = customCloud({ graphOrigin: server.origin });
    const plugins = [telemetry(), bearer("token"), cache()];
    const graph = createClient({ transport: fetchTransport(), cloud, plugins });
    for (let time = 0; time < 3; time += 1) await graph.servicePrincipals("sp").synchronization.jobs("j").get();
    await graph.close();
    const response = await fetch(`http://127.0.0.1:${port}/metrics`);
    const text = await response.text();
    expect(text).toMatch(/^http_client_request_duration_count\{.*http_response_status_code="200".*\} 1$/m);
    expect(text).toMatch(/^graph_sync_call_duration_count\{graph_sync_operation="jobs.get".*\} 3$/m);
    expect(text).toMatch(/^graph_sync_cache_reads_total\{.*graph_sync_cache_outcome="hit".*\} 2$/m);
    expect(text).not.toContain("graph_sync_throttle_duration_count");
    expect(text).not.toContain("servicePrincipals/sp/");
  } finally {
    metrics.disable();
    await provider.shutdown();
    await server.close();
  }
});

test("the README shows the recipe as it is run here", () => {
  const recipe = readFileSync(new URL("./recipes/prometheus.ts", import.meta.url), "utf8");
  expect(readFileSync(new URL("../README.md", import.meta.url), "utf8")).toContain(`\`\`\`ts\n${recipe}\`\`\``);
});
