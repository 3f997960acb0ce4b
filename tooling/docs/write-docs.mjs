import { writeFileSync } from "node:fs";
import * as operations from "@graph-sync/core/operations";
import { directoryRoles, permissions } from "@graph-sync/core/permissions";
import { leastPrivilege } from "./least-privilege.mjs";

/** Writes the pages of docs/ that are made of code: `pnpm write:docs`, after a build. */
const page = new URL("../../docs/least-privilege.md", import.meta.url);
writeFileSync(page, leastPrivilege({ operations, permissions, directoryRoles }));
