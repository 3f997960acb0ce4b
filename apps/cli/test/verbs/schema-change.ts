import { join } from "node:path";
import { quillnote } from "../sample-tenant.ts";
import { input, type Ended, type Given } from "../run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { schemaFile } from "./offline.ts";
import { recording, type Recording } from "./recording.ts";

/** Where the schema of Quillnote's job is. */
export const schemaPath = `/servicePrincipals/${quillnote.servicePrincipal}/synchronization/jobs/${quillnote.jobId}/schema`;

/** A tenant, a folder for files and history, and a plan to make `edited` of Quillnote's schema. */
export interface Planned {
  readonly tenant: Recording;
  readonly folder: string;
  /** The plan's file. */
  readonly plan: string;
  /** Runs the program with a history below the folder. */
  run(...words: readonly string[]): Promise<Ended>;
  /** The same, at a terminal where a person answers; `before` is done as soon as the answer is waited for. */
  asked(answer: string, words: readonly string[], before?: () => Promise<unknown>): Promise<Ended>;
}

export async function planned(): Promise<Planned> {
  const tenant = await recording();
  const folder = await temporaryFolder();
  const plan = join(folder, "plan.json");
  const env = { GRAPH_SYNC_TOKEN: "any", XDG_STATE_HOME: join(folder, "state") };
  const running = (given: Given, words: readonly string[]): Promise<Ended> =>
    tenant.runWith({ env, ...given }, ...words);
  await running({}, ["schema", "plan", "Quillnote", "-f", schemaFile("edited"), "-o", plan]);
  return {
    tenant,
    folder,
    plan,
    run: (...words) => running({}, words),
    asked: (answer, words, before) =>
      running({ stdin: Object.assign(answering(answer, before), { isTTY: true }) }, words),
  };
}

async function* answering(answer: string, before?: () => Promise<unknown>): AsyncGenerator<string | Uint8Array> {
  await before?.();
  yield* input(answer);
}
