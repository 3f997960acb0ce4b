import { type Command, Option } from "commander";
import type { TokenOptions } from "./access-token.ts";
import { type TransportName, transportNames } from "./open-client.ts";

/** Options of every verb that talks to the service. */
export interface ConnectionOptions extends TokenOptions {
  readonly baseUrl?: string;
  readonly transport: TransportName;
}

export function addConnectionOptions(command: Command): void {
  command
    .option("--base-url <url>", "the service, alone or with /v1.0 or /beta (default: https://graph.microsoft.com/v1.0)")
    .addOption(
      new Option("--transport <name>", "what carries the requests").choices([...transportNames]).default("node-http"),
    )
    .option("--token-env <name>", "the environment variable that holds the access token", "GRAPH_SYNC_TOKEN")
    .addOption(new Option("--token-stdin", "read the access token from stdin instead").conflicts("tokenEnv"));
}
