import { beforeEach } from "vitest";

/** Skips the tests of a project on PostgreSQL where `postgres-server.ts` found none. */
const reason = process.env["GRAPH_SYNC_TEST_NO_POSTGRES"];
if (reason !== undefined) beforeEach(({ skip }) => skip(reason));
