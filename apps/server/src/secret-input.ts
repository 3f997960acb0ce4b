import { readInput } from "./input-files.ts";
import { Refusal } from "./refusal.ts";

/**
 * Secrets come from the environment or from a file, never from the command line, which every user of the machine can
 * read.
 */
export function readSecret(variable: string, file: string | undefined, what: string): string | undefined {
  const value = process.env[variable];
  if (file === undefined) return value === "" ? undefined : value;
  if (value !== undefined && value !== "") {
    throw new Refusal(2, `The ${what} is given twice, by ${variable} and by the file ${file}. Give one of them.`);
  }
  return readInput(file, `${what} file`).toString("utf8");
}

/** The tokens of `--auth static`: one a line. */
export function tokensIn(text: string | undefined): readonly string[] {
  const tokens = (text ?? "").split(/\r?\n/u).map((line) => line.trim());
  const given = tokens.filter((line) => line !== "");
  if (given.length === 0) {
    throw new Refusal(
      2,
      "--auth static needs at least one token: set GRAPH_SYNC_SERVER_TOKEN, or give --token-file, a file with one a line.",
    );
  }
  // The index and not the token: a complaint is often shown to others.
  const bad = given.findIndex((token) => !/^[\w.~+/-]{16,}=*$/u.test(token));
  if (bad >= 0) {
    throw new Refusal(
      2,
      `Token ${bad + 1} of --auth static is no bearer token of at least 16 characters. Make one with: openssl rand -hex 32.`,
    );
  }
  return given;
}
