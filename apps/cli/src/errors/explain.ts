import {
  type GraphServiceError,
  isGraphServiceError,
  isInvalidRequestError,
  isTransportError,
  isUntrustedLinkError,
  type TransportError,
} from "@graph-sync/core";
import { directoryRoles, type PermissionInfo, permissions } from "@graph-sync/core/permissions";
import type { App } from "../commands/app.ts";
import { isLocal, printed, type ServiceAddress } from "../connection/service-address.ts";
import { exitCodes } from "../exit-codes.ts";
import { defect, Failure } from "./failure.ts";

/** What a hint may name. */
export interface Attempt {
  readonly address: ServiceAddress;
  readonly app: App;
  /** Where the token came from. */
  readonly tokenFrom: string;
}

/** Turns what ended a command into a sentence, a hint and an exit code. */
export function explain(error: unknown, attempt: Attempt): Failure {
  if (error instanceof Failure) return error;
  if (isGraphServiceError(error)) return refused(error, attempt);
  if (isTransportError(error)) {
    return new Failure(exitCodes.failed, error.message, transportHint(error, attempt), { cause: error });
  }
  if (isInvalidRequestError(error)) {
    return new Failure(exitCodes.usage, inOptions(error.message), "graph-sync get --help shows the options.", {
      cause: error,
    });
  }
  if (isUntrustedLinkError(error)) {
    return new Failure(
      exitCodes.failed,
      error.message,
      `Does a gateway at ${printed(attempt.address)} rewrite links?`,
      {
        cause: error,
      },
    );
  }
  return defect(error);
}

function refused(error: GraphServiceError, attempt: Attempt): Failure {
  const { code, hint } = byStatus(error, attempt);
  return new Failure(code, error.message, hint, { cause: error });
}

function byStatus(error: GraphServiceError, { address, app, tokenFrom }: Attempt): Pick<Failure, "code" | "hint"> {
  const { status } = error;
  if (status === 401) {
    const hint = `The token in ${tokenFrom} has expired or is for another audience: get a new one for ${address.cloud.graphOrigin}.`;
    return { code: exitCodes.notSignedIn, hint };
  }
  if (status === 403) return { code: exitCodes.forbidden, hint: permissionHint(error.operation, tokenFrom) };
  if (status === 429) return { code: exitCodes.failed, hint: waitHint(error.headers["retry-after"]) };
  // The whole app is known here: what nobody knows is `notFound`.
  if (status === 404 || status === 501) {
    return { code: exitCodes.failed, hint: `The service may have this only on ${app.other}.` };
  }
  if (status >= 500) return { code: exitCodes.failed, hint: "The service has trouble: try again in a minute." };
  if (error.code === undefined) return { code: exitCodes.failed, hint: notGraph(address) };
  return { code: exitCodes.failed, hint: "The service refuses the request itself; what it says is above." };
}

/** What to say where an answer is not one of Graph. */
export function notGraph(address: ServiceAddress): string {
  return `This does not look like Graph: is ${printed(address)} the right --base-url?`;
}

function permissionHint(operation: string, tokenFrom: string): string {
  const needs = Object.entries(permissions).find(([id]) => id === operation)?.[1];
  const roles = `A signed-in person also needs one of the roles ${directoryRoles.join(", ")}, or to own the app.`;
  return needs === undefined ? roles : `The token in ${tokenFrom} needs ${least(needs)}. ${roles}`;
}

function least({ delegated, application }: PermissionInfo): string {
  const [person = ""] = delegated;
  const [app = ""] = application;
  return person === app ? person : `${person} (for an app, ${app} is enough)`;
}

function waitHint(retryAfter: string | undefined): string {
  const seconds = /^\d{1,6}$/.exec(retryAfter ?? "")?.[0];
  return seconds === undefined
    ? "Too many requests: try again in a minute."
    : `Too many requests: try again in ${seconds} s.`;
}

function transportHint({ kind, code, cause }: TransportError, { address }: Attempt): string {
  if (code === "ERR_REFUSED") {
    if (!isLocal(address)) return "Check --base-url and the network. Proxy settings are not read.";
    const { port } = new URL(address.cloud.graphOrigin);
    return `Is the server running? Start it with: graph-sync-server${port === "" ? "" : ` --port ${port}`}`;
  }
  if (code === "ERR_DNS") return "Check the host in --base-url, and the network.";
  if (kind === "timeout") return "Try again; if it stays so, check --base-url and the network.";
  if (kind === "tls") return "Where the server has its own certificate, name its file in NODE_EXTRA_CA_CERTS.";
  if (kind === "protocol") return `Is ${printed(address)} the right --base-url, and no proxy in between?`;
  if (kind === "too-large") return "No synchronization object is that large: check --base-url.";
  const reason = deepestReason(cause);
  return `${reason === undefined ? "" : `The reason given is: ${reason}. `}Try again; if it stays so, check the network.`;
}

/** Platforms say "fetch failed" and put what happened into a cause of the cause. */
function deepestReason(error: unknown): string | undefined {
  let message: string | undefined;
  let level: unknown = error;
  for (let depth = 0; depth < 8 && level instanceof Error; depth++) {
    message = level.message;
    level = level.cause;
  }
  return message === "" ? undefined : message;
}

/** The names that people typed in place of those that the client knows. */
function inOptions(message: string): string {
  return message
    .replace(/^[\w.]+: servicePrincipalId /, "--service-principal ")
    .replace(/^[\w.]+: applicationId /, "--application ");
}
