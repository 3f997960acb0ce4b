import { fileURLToPath } from "node:url";
import { type Ended, type Given, runCli } from "../run-cli.ts";

/** Runs a verb without a token, with a network at which every request fails the test. */
export function offline(words: readonly string[], given: Given = {}): Promise<Ended> {
  const fetch = (): never => {
    throw new Error("an offline verb has sent something");
  };
  return runCli(words, { env: {}, fetch, ...given });
}

/** One of the schemas beside the tests: `quillnote`, `edited` from it, and `mistaken`, which has errors. */
export function schemaFile(name: "quillnote" | "edited" | "mistaken"): string {
  return fileURLToPath(new URL(`schemas/${name}.json`, import.meta.url));
}
