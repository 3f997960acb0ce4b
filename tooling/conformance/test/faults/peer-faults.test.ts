import { describe, expect, test } from "vitest";
import { transports } from "../transports.ts";
import { addressFaults } from "./address-faults.ts";
import type { PeerFault } from "./peer-fault.ts";
import { socketFaults } from "./socket-faults.ts";
import { throttleFaults } from "./throttle-faults.ts";
import { tokenFaults } from "./token-faults.ts";

/** All of them, in their order. */
const peerFaults: readonly PeerFault[] = [...socketFaults, ...throttleFaults, ...tokenFaults, ...addressFaults].sort(
  (a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)),
);

describe.each(transports)("over %s", (_, make) => {
  for (const { id, title, run } of peerFaults) test(`${id}: ${title}`, () => run(make));
});

test("each of the seventeen has its test", () => {
  expect(peerFaults.map(({ id }) => id)).toEqual(Array.from({ length: 17 }, (_, at) => `P${at + 1}`));
});
