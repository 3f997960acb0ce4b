import type { Command } from "commander";
import { plainLine } from "../output/plain.ts";

/**
 * Commander's sentence on a wrong command line, begun as all of ours are. An unknown option such as `--acess-token=…` or
 * `-t…` is named without what follows its name, which may be a token.
 */
export function optionFault(sentence: string, command: Command): string {
  // Of what it repeats of the command line, so much tells which word it is.
  const [, said = "", long = "", rest = ""] = /^(.*?argument ')(.{60}).+(' is invalid[.].*)$/s.exec(sentence) ?? [];
  return (
    (said === "" ? sentence : `${said}${long}…${rest}`)
      .replace(/^error: unknown option '(.*)'(.*)/s, (_whole, word: string, suggestion: string) => {
        const [name = "-"] = /^(?:--[a-z-]*|-[a-z\d]?)/i.exec(word) ?? [];
        const known = command.createHelp().visibleOptions(command);
        // With a value behind it, an option that takes none is unknown to commander.
        const bare = word.startsWith(`${name}=`) && known.some(({ long }) => long === name);
        return bare ? `error: option '${name}' takes no value\n` : `error: unknown option '${name}'${suggestion}`;
      })
      .replace(/\n\((Did you mean .*)\)/s, "\n  $1")
      .replace(/^error: /, "graph-sync: ")
      // Such words a script may have from elsewhere; lines are those of the suggestion alone.
      .split(/\n(?= {2}Did you mean )/)
      .map(plainLine)
      .join("\n  ")
      .concat("\n")
  );
}
