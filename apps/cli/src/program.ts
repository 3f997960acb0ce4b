import { readFileSync } from "node:fs";
import { Command } from "commander";
import { optionFault } from "./errors/option-fault.ts";
import { Refusal } from "./errors/refusal.ts";
import { type ExitCode, exitCodes, exitCodesHelp } from "./exit-codes.ts";
import type { DiscreetSurroundings } from "./output/discreet.ts";
import type { AnyVerb } from "./verb.ts";
import { branches } from "./verbs.ts";

/**
 * The command line: a tree of the verbs. `done` gets a verb's exit code; what goes wrong is thrown. Of the branches that argv
 * does not name it has no more than what the root's help says of them, unless `whole`.
 */
export async function program(
  surroundings: DiscreetSurroundings,
  done: (code: ExitCode) => void,
  { whole = false }: { readonly whole?: boolean } = {},
): Promise<Command> {
  const { argv, stdout, stderr } = surroundings;
  const top = new Command("graph-sync")
    .description("Microsoft Entra provisioning (the Microsoft Graph synchronization API) from a terminal or CI.")
    .version(version(), "-V, --version", "print the version")
    .exitOverride()
    .configureHelp({ subcommandTerm: termOf })
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => void stderr.write(text),
      getOutHelpWidth: () => stdout.columns || 100,
      getErrHelpWidth: () => stderr.columns || 100,
    })
    .addHelpText("after", `\n${exitCodesHelp}`);
  for (const { words, summary, verbs } of branches) {
    const [name = ""] = words.split(" ");
    // Wherever it stands: one branch too many does no harm.
    const named = whole || argv.includes(name);
    for (const each of named ? await verbs() : []) {
      const [, verb] = each.words.split(" ");
      if (verb === undefined) addVerb(top, name, each, surroundings, done);
      else addVerb(groupOf(top, name, summary), verb, each, surroundings, done);
    }
    if (!named) top.command(words).description(summary);
  }
  for (const each of commandsBelow(top)) {
    each.configureOutput({ outputError: (text, write) => write(optionFault(text, each)) });
    each.showHelpAfterError(
      `  ${pathOf(each)} --help shows ${each.commands.length > 0 ? "the verbs" : "the options"}.`,
    );
  }
  return top;
}

/** Name and arguments: which verbs have options is not known before they are loaded, and nearly all have. */
function termOf(command: Command): string {
  const args = command.registeredArguments.map((each) => (each.required ? `<${each.name()}>` : `[${each.name()}]`));
  return [command.name(), ...args].join(" ");
}

function groupOf(top: Command, name: string, summary: string): Command {
  return top.commands.find((command) => command.name() === name) ?? top.command(name).description(summary);
}

function addVerb(
  parent: Command,
  name: string,
  verb: AnyVerb,
  surroundings: DiscreetSurroundings,
  done: (code: ExitCode) => void,
): void {
  const command = parent.command(verb.args === undefined ? name : `${name} ${verb.args}`);
  command
    .summary(verb.summary)
    .description([`${sentence(verb.summary)}.`, verb.details].filter((text) => text !== undefined).join("\n"))
    .addHelpText("after", `\nExample:\n${indented(verb.example)}\n\n${exitCodesOf(verb)}`)
    .action(async () => {
      // Commander fills in undefined for what was left out.
      const args = command.processedArgs.map((arg: unknown) => (typeof arg === "string" ? arg : undefined));
      refuseEmpty(command, args, verb.emptyOptions ?? []);
      done((await verb.run({ args, options: command.opts(), surroundings })) ?? exitCodes.ok);
    });
  verb.options(command);
}

/** What 1 means is another thing for some verbs, and more than that for others. */
function exitCodesOf({ failsWhen }: AnyVerb): string {
  if (failsWhen === undefined) return exitCodesHelp;
  return exitCodesHelp.replace(/^ {2}1 .*$/m, (row) => `${row};\n       also where ${failsWhen}`);
}

/** No name, id, path or expression is empty; the variable of a script may be. `allowed` are options by their long names. */
function refuseEmpty(command: Command, args: readonly (string | undefined)[], allowed: readonly string[]): void {
  const isEmpty = (value: unknown): boolean => typeof value === "string" && value.trim() === "";
  const at = args.findIndex(isEmpty);
  const option = command.options.find((each) => isEmpty(command.getOptionValue(each.attributeName())));
  const name = at === -1 ? option?.long : `<${command.registeredArguments[at]?.name() ?? ""}>`;
  if (name === undefined || allowed.includes(name)) return;
  const hint = `Is it a variable that is not set? ${pathOf(command)} --help shows an example.`;
  throw new Refusal(exitCodes.usage, `${name} is empty.`, hint);
}

/** A command and all below it. */
function commandsBelow(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap((each) => commandsBelow(each))];
}

function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}

function sentence(summary: string): string {
  return summary.charAt(0).toUpperCase() + summary.slice(1);
}

function indented(lines: string): string {
  return lines.replace(/^/gm, "  ");
}

/** Read from the package.json beside `dist` and `src`, so that it is written once. */
function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest ? String(manifest.version) : "";
}
