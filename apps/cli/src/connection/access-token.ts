import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { type InputSource, readStdin } from "../input/read-input.ts";
import type { Surroundings } from "../surroundings.ts";

/** The variable that holds the token unless another is named. */
export const defaultTokenEnv = "GRAPH_SYNC_TOKEN";

/** A token and where it came from, for people to read. */
export interface AccessToken {
  readonly token: string;
  /** `GRAPH_SYNC_TOKEN`, `stdin`. */
  readonly from: string;
}

export interface TokenOptions {
  readonly tokenEnv: string;
  readonly tokenStdin?: boolean;
}

/**
 * Takes the token from the environment or from stdin. The command line is no place for it: other programs on the machine
 * can read it there, and shells keep it.
 * @throws Refusal where there is none
 */
export async function accessToken(options: TokenOptions, surroundings: Surroundings): Promise<AccessToken> {
  return options.tokenStdin === true ? fromStdin(surroundings) : fromEnv(options.tokenEnv, surroundings.env);
}

export function isVariableName(word: string): boolean {
  return /^[A-Za-z_]\w{0,127}$/.test(word);
}

function fromEnv(name: string, env: Surroundings["env"]): AccessToken {
  // What is not a name may be a token that was put in the wrong place, so it is not repeated.
  if (!isVariableName(name)) {
    throw new Refusal(
      exitCodes.usage,
      "--token-env takes the name of an environment variable: letters, digits and _.",
      "For example --token-env MY_TOKEN, with the token in MY_TOKEN. The token itself never goes on the command line.",
    );
  }
  // `toString` is a name as well, and no variable.
  const token = Object.hasOwn(env, name) ? env[name]?.trim() : undefined;
  if (token !== undefined && token !== "") return { token, from: name };
  throw new Refusal(
    exitCodes.notSignedIn,
    `There is no access token: the environment variable ${name} is ${token === undefined ? "not set" : "empty"}.`,
    `Put a token for Microsoft Graph into ${name}, or pipe one and say --token-stdin. A local server takes any value.`,
  );
}

/** Tokens are a few thousand characters; what is larger is another file. */
const maxLength = 65_536;

async function fromStdin(source: InputSource): Promise<AccessToken> {
  if (source.stdin.isTTY === true) {
    throw new Refusal(
      exitCodes.usage,
      "--token-stdin reads a token from a pipe, and stdin is a terminal, which would show it.",
      "Pipe it: get-a-token | graph-sync get --token-stdin …",
    );
  }
  const token = (await readStdin(source, { limit: maxLength, hint: "Pipe the token alone." })).trim();
  if (token !== "") return { token, from: "stdin" };
  throw new Refusal(
    exitCodes.notSignedIn,
    "There is no access token: stdin was empty.",
    "Did the command before the pipe fail? Run it alone.",
  );
}
