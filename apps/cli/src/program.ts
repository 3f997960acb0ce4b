import { readFileSync } from "node:fs";
import { Command, InvalidArgumentError, Option } from "commander";
import { get, type GetOptions } from "./commands/get.ts";
import type { Expandable } from "./commands/read-synchronization.ts";
import { transportNames } from "./connection/open-client.ts";
import { optionFault } from "./errors/option-fault.ts";
import { type ExitCode, exitCodesHelp } from "./exit-codes.ts";
import type { DiscreetSurroundings } from "./output/discreet.ts";

/** The command line. `done` gets a command's exit code; what goes wrong is thrown. */
export function program(surroundings: DiscreetSurroundings, done: (code: ExitCode) => void): Command {
  const { stdout, stderr } = surroundings;
  const command = new Command("graph-sync")
    .description("Reads Microsoft Entra provisioning (the Microsoft Graph synchronization API) from a terminal or CI.")
    .version(version(), "-V, --version", "print the version")
    .exitOverride()
    .showHelpAfterError("  graph-sync get --help shows the options.")
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => void stderr.write(text),
      getOutHelpWidth: () => stdout.columns ?? 100,
      getErrHelpWidth: () => stderr.columns ?? 100,
    })
    .addHelpText("after", `\n${exitCodesHelp}`);
  command
    .command("get")
    .summary("read and print the synchronization object of an app")
    .description(
      "Reads the synchronization object of an app: its jobs, templates and secret keys.\n" +
        "Name the app by the object id of its service principal or of its application.",
    )
    .option("--service-principal <id>", "object id of the service principal (enterprise application)")
    .option("--application <id>", "object id of the application (app registration)")
    .addOption(
      new Option("--expand <parts>", "answer these inline: jobs, templates or jobs,templates").argParser(expandable),
    )
    .option("--base-url <url>", "the service, alone or with /v1.0 or /beta (default: https://graph.microsoft.com/v1.0)")
    .addOption(
      new Option("--transport <name>", "what carries the requests").choices([...transportNames]).default("node-http"),
    )
    .option("--token-env <name>", "the environment variable that holds the access token", "GRAPH_SYNC_TOKEN")
    .addOption(new Option("--token-stdin", "read the access token from stdin instead").conflicts("tokenEnv"))
    .option("--json", "print the object as JSON, as it was read")
    .addHelpText("after", `\n${example}\n\n${exitCodesHelp}`)
    .action(async (options: GetOptions) => done(await get(options, surroundings)));
  for (const each of [command, ...command.commands]) {
    each.configureOutput({ outputError: (text, write) => write(optionFault(text, each)) });
  }
  return command;
}

const example = `Example, with a server of your own on this machine:
  GRAPH_SYNC_TOKEN=any graph-sync get --service-principal <object id> --base-url http://127.0.0.1:8787`;

const expandables: readonly string[] = ["jobs", "templates"] satisfies readonly Expandable[];

function expandable(list: string): readonly string[] {
  const names = list.split(",").map((name) => name.trim());
  if (names.every((name) => expandables.includes(name))) return [...new Set(names)];
  throw new InvalidArgumentError("Write jobs, templates or jobs,templates.");
}

/** Read from the package.json beside `dist` and `src`, so that it is written once. */
function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest ? String(manifest.version) : "";
}
