// The transport comes first, so it has node:http before nock changes it.
import { nodeHttpTransport } from "@graph-sync/transport-node-http";
import { readThroughNock } from "./nock-reads.js";

await readThroughNock(nodeHttpTransport());
Reflect.deleteProperty(globalThis, "fetch");
await readThroughNock(nodeHttpTransport());
console.log("nock intercepts a transport that was imported first, with and without a global fetch");
