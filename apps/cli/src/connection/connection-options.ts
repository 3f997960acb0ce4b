import { type Command, Option } from "commander";
import { defaultTokenEnv, type TokenOptions } from "./access-token.ts";
import { type TransportName, transportNames } from "./open-client.ts";

/** Options of every verb that talks to the service. */
export interface ConnectionOptions extends TokenOptions {
  readonly profile?: string;
  readonly baseUrl?: string;
  readonly transport: TransportName;
}

export function addConnectionOptions(command: Command): void {
  command
    .addOption(new Option("--profile <name>", "the profile, instead of the current one").conflicts("baseUrl"))
    .option("--base-url <url>", "the service, alone or with /v1.0 or /beta (default: https://graph.microsoft.com/v1.0)")
    .addOption(
      new Option("--transport <name>", "what carries the requests").choices([...transportNames]).default("node-http"),
    )
    .option("--token-env <name>", "the environment variable that holds the access token", defaultTokenEnv)
    .addOption(new Option("--token-stdin", "read the access token from stdin instead").conflicts("tokenEnv"));
}
