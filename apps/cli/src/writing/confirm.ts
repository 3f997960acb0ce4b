import { abortable } from "@graph-sync/core";
import type { Command } from "commander";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { plainLine } from "../output/plain.ts";
import type { Surroundings } from "../surroundings.ts";
import type { DryRunOptions } from "./dry-run.ts";

/** Of every verb that destroys something. */
export interface ConfirmOptions extends DryRunOptions {
  readonly yes?: boolean;
}

export function addConfirmOption(command: Command): void {
  command.option("--yes", "do not ask; needed where there is no terminal to ask at");
}

/**
 * Asks a person before something is destroyed.
 * @throws Refusal where the answer is not yes, or where nobody can be asked
 */
export async function confirm(question: string, options: ConfirmOptions, surroundings: Surroundings): Promise<void> {
  if (options.yes === true || options.dryRun === true) return;
  const { stdin, stderr, signal } = surroundings;
  if (stdin.isTTY !== true) {
    throw new Refusal(exitCodes.usage, `${question} Nobody can be asked here.`, "Say --yes if you mean it.");
  }
  stderr.write(`${plainLine(question)} [y/N] `);
  const answer = await abortable(firstLine(stdin), signal);
  if (/^\s*y(es)?\s*$/i.test(answer)) return;
  throw new Refusal(exitCodes.declined, "Nothing was changed.", "Answer y, or say --yes, to go on.");
}

async function firstLine(stdin: Surroundings["stdin"]): Promise<string> {
  let text = "";
  for await (const chunk of stdin) {
    text += typeof chunk === "string" ? chunk : new TextDecoder().decode(chunk);
    if (text.includes("\n")) break;
  }
  return text.split("\n", 1)[0] ?? "";
}
