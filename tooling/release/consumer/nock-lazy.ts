import { readThroughNock } from "./nock-reads.js";

// As a program does that loads a transport when it is first used.
const { nodeHttpTransport } = await import("@graph-sync/transport-node-http");
await readThroughNock(nodeHttpTransport());
Reflect.deleteProperty(globalThis, "fetch");
await readThroughNock(nodeHttpTransport());
console.log("nock intercepts a transport that was imported later, with and without a global fetch");
