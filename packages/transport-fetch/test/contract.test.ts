import { transportContract } from "@graph-sync/testing";
import { describe, test } from "vitest";
import { fetchTransport } from "@graph-sync/transport-fetch";

describe("fetchTransport is a transport", () => {
  transportContract(test, fetchTransport, {
    silentTruncation: true,
    hiddenReuse: true,
  });
});
