import { execFile } from "node:child_process";
import { type AccessToken, AuthError, isJsonObject, type TokenSource } from "@graph-sync/core";
import type { Surroundings } from "../surroundings.ts";

/** What `az` may be asked with: on Windows it is a batch file, which needs a shell, so nothing else may reach it. */
const safe = /^[\w.:/-]+$/;
/** An id or a domain. A word that begins with `-` would be an option. */
const safeTenant = /^[0-9a-z][0-9a-z.-]*$/i;
const limits = { timeout: 10_000, maxBuffer: 1024 * 1024, windowsHide: true } as const;

/** Tokens of the person or app that is signed in to the Azure CLI. It is started without a shell, for ten seconds at most. */
export function azureCli(tenant: string | undefined, env: Surroundings["env"]): TokenSource {
  return {
    async getToken({ scopes, signal }) {
      const words = ["account", "get-access-token", "--output", "json", "--scope", scopes.join(" ")];
      if (tenant !== undefined) words.push("--tenant", tenant);
      if (!words.every((word) => safe.test(word)) || (tenant !== undefined && !safeTenant.test(tenant)))
        throw new AuthError("The tenant or the scope cannot be given to az.");
      return tokenIn(await ask(words, env, signal));
    },
  };
}

function ask(words: readonly string[], env: Surroundings["env"], signal: AbortSignal): Promise<string> {
  const windows = process.platform === "win32";
  // A shell looks in its folder first, which must not be one that a stranger can write to.
  const shell = windows ? { shell: true, cwd: env["SystemRoot"] ?? "C:\\Windows" } : {};
  return new Promise((resolve, reject) => {
    execFile(
      // The words are safe, so that joining them is quoting them; Node warns of a list of them beside a shell.
      windows ? ["az.cmd", ...words].join(" ") : "az",
      windows ? [] : [...words],
      { ...limits, env: { ...env }, signal, ...shell },
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else reject(failure(error, stderr));
      },
    );
  });
}

function failure(error: Error & { readonly code?: unknown; readonly killed?: boolean }, stderr: string): AuthError {
  if (error.code === "ENOENT") {
    return new AuthError("The Azure CLI is not installed, or not on PATH: az was not found.", { cause: error });
  }
  if (error.code === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER") {
    return new AuthError("The Azure CLI answered more than 1 MiB, which is no token: is az the Azure CLI?");
  }
  if (error.killed === true) return new AuthError("The Azure CLI did not answer in ten seconds.", { cause: error });
  const [first = ""] = stderr.trim().split("\n");
  // Its error object repeats the whole command line and output, so it is no cause.
  return new AuthError(`The Azure CLI gave no token: ${first || "it says nothing"}. Is az login done?`);
}

function tokenIn(stdout: string): AccessToken {
  let value: unknown;
  try {
    value = JSON.parse(stdout);
  } catch {
    value = undefined;
  }
  if (isJsonObject(value) && typeof value["accessToken"] === "string") {
    // `expiresOn` is in local time without a zone, and is there alone in old versions.
    const { accessToken, expires_on: seconds, expiresOn } = value;
    const expiresAt = typeof seconds === "number" ? seconds * 1000 : Date.parse(String(expiresOn));
    if (Number.isFinite(expiresAt)) return { token: accessToken, expiresAt };
  }
  throw new AuthError("The Azure CLI answered something that holds no token: is az the Azure CLI?");
}
