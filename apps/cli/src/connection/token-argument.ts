import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";

/** Ends a run that was given a token on its command line, before anything could repeat it. */
export function refuseTokenArgument(argv: readonly string[]): void {
  if (!argv.some((word) => word === "--token" || word.startsWith("--token="))) return;
  throw new Refusal(
    exitCodes.usage,
    "--token is refused: other programs on this machine can read a command line, and the shell keeps it in its history.",
    "Put the token into the environment variable GRAPH_SYNC_TOKEN, or pipe it and say --token-stdin. Renew the one you typed.",
  );
}
