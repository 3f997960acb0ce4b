import { cp } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { serving } from "../loopback.ts";
import { now as start } from "../run-cli.ts";
import { quillnote, sampleTenant } from "../sample-tenant.ts";
import { temporaryFolder } from "../verbs/temporary-folder.ts";
import { scimTarget } from "../verbs/scim-target.ts";
import { logOfTheWeek, provisioned, users } from "./happened.ts";
import { terminal, type Terminal } from "./terminal.ts";

/** The README has the port that the server takes unless told. */
const origin = "http://127.0.0.1:8787";

/** A terminal at the tenant of the README's session. */
export interface Week {
  /** Types a line of the README; what then stands below it is the same in every run. */
  type(line: string): Promise<string>;
  readonly terminal: Terminal;
}

/** In the place of those that the service makes up. */
const requestId = "7b3c9a51-0e6d-4f28-b1a4-d85f20c7e936";

/** A minute goes by with every command. */
const commandMs = 60_000;

/**
 * The sample tenant behind a socket, with two users, a week of logs and two answers of provisioning on demand; and a folder with
 * the files that the session uses, which is the process's until the test ends. What a run makes up is replaced by what the
 * README has: the port, the ids of the users, and the ids of requests.
 */
export async function week(): Promise<Week> {
  let now = start;
  const emulator = await sampleTenant({ clock: { now: () => now }, fetch: scimTarget });
  const made = new Map([[await serving(emulator.fetch), origin]]);
  const post = async (path: string, body: object): Promise<unknown> => {
    const headers = { authorization: "Bearer any", "content-type": "application/json" };
    const answer = await emulator.fetch(origin + path, { method: "POST", headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.status === 204 ? undefined : answer.json();
  };
  for (const { id, ...user } of users) {
    const { id: given } = (await post("/v1.0/users", user)) as { readonly id: string };
    made.set(given, id);
  }
  await post("/_emulator/provisioningLogs", { value: logOfTheWeek(start) });
  for (const answer of provisioned) await post(`/_emulator/jobs/${quillnote.jobId}/provisionOnDemand`, answer);

  const folder = await temporaryFolder();
  await cp(fileURLToPath(new URL("files", import.meta.url)), folder, { recursive: true });
  const before = process.cwd();
  process.chdir(folder);
  onTestFinished(() => process.chdir(before));
  const at = terminal({ folder, env: { HOME: await temporaryFolder() }, now: () => now });
  const replaced = (text: string, from: 0 | 1): string =>
    [...made].reduce((all, pair) => all.replaceAll(pair[from], pair[1 - from] ?? ""), text);
  return {
    terminal: at,
    async type(line) {
      now += commandMs;
      const printed = replaced(await at.type(replaced(line, 1)), 0);
      return printed.replaceAll(/request-id [0-9a-f-]{36}/g, `request-id ${requestId}`);
    },
  };
}
