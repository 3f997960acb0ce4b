import tab from "@bomb.sh/tab/commander";
import type { Command } from "commander";
import type { DiscreetSurroundings } from "../output/discreet.ts";
import { program } from "../program.ts";
import { printedBy } from "./printed-by.ts";

/** What may follow the words that were typed so far, as the scripts of `completion` ask for it: `complete -- words…`. */
export async function candidates(words: readonly string[], surroundings: DiscreetSurroundings): Promise<string> {
  const top = await program(surroundings, () => undefined, { whole: true });
  inOneLine(top);
  const completion = tab(top);
  // The library's own commands are no verbs of ours.
  completion.commands.delete("complete");
  return printedBy(() => completion.parse([...words]));
}

/** A line is a candidate, so that what stands beside one must have no second line. */
function inOneLine(command: Command): void {
  if (command.summary() !== "") command.description(command.summary());
  for (const each of command.commands) inOneLine(each);
}
