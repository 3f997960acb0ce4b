import { transportContract } from "@graph-sync/testing";
import { describe, test } from "vitest";
import { nodeHttpTransport } from "@graph-sync/transport-node-http";

describe("nodeHttpTransport is a transport", () => {
  transportContract(test, nodeHttpTransport);
});
