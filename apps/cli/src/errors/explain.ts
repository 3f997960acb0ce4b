import {
  isAuthError,
  type GraphServiceError,
  isGraphServiceError,
  isInvalidRequestError,
  isTransportError,
  isUntrustedLinkError,
  type TransportError,
} from "@graph-sync/core";
import { explain as meaning } from "@graph-sync/core/permissions";
import type { App } from "../target/chosen-app.ts";
import { isLocal, printed, type ServiceAddress } from "../connection/service-address.ts";
import { exitCodes } from "../exit-codes.ts";
import { defect, Refusal } from "./refusal.ts";

/** What a hint may name. */
export interface CommandContext {
  readonly address: ServiceAddress;
  /** Of the verb that failed: `job start`. */
  readonly words: string;
  /** Where the verb is about one of the two objects of an app, as the person named it. */
  readonly app?: App;
  /** Where the token came from. */
  readonly tokenFrom: string;
}

/** Turns what ended a command into a sentence, a hint and an exit code. */
export function explain(error: unknown, context: CommandContext): Refusal {
  if (error instanceof Refusal) return error;
  if (isGraphServiceError(error)) return refused(error, context);
  if (isAuthError(error)) {
    if (error.cause instanceof Refusal) return error.cause;
    if (isTransportError(error.cause)) {
      const hint =
        "This was the authority, which gives tokens: check --authority and the network. Proxy settings are not read.";
      return new Refusal(exitCodes.failed, error.message, hint, { cause: error });
    }
    return new Refusal(exitCodes.notSignedIn, error.message, `The tokens are of ${context.tokenFrom}.`, {
      cause: error,
    });
  }
  if (isTransportError(error)) {
    return new Refusal(exitCodes.failed, happened(error, context), transportHint(error, context), { cause: error });
  }
  if (isInvalidRequestError(error)) {
    return new Refusal(
      exitCodes.usage,
      inOptions(error.message),
      `graph-sync ${context.words} --help shows the options.`,
      {
        cause: error,
      },
    );
  }
  if (isUntrustedLinkError(error)) {
    return new Refusal(
      exitCodes.failed,
      error.message,
      `Does a gateway at ${printed(context.address)} rewrite links?`,
      {
        cause: error,
      },
    );
  }
  // The models are a promise of the metadata; where a service breaks it, with a null in a list, this is where it is found out.
  if (error instanceof TypeError) {
    const message = `An answer of ${printed(context.address)} has another form than Graph's: a part of it is missing, or of another kind.`;
    const hint = `Is it the right --base-url? If it is, please report this to graph-sync: ${error.message}`;
    return new Refusal(exitCodes.failed, message, hint, { cause: error });
  }
  return defect(error);
}

function refused(error: GraphServiceError, context: CommandContext): Refusal {
  const { exitCode, hint } = byStatus(error, context);
  return new Refusal(exitCode, error.message, hint, { cause: error });
}

function byStatus(
  error: GraphServiceError,
  { address, app, tokenFrom, words }: CommandContext,
): Pick<Refusal, "exitCode" | "hint"> {
  const { status, retryAfterMs } = error;
  const means = meaning(error);
  if (status === 401) {
    const source = `The token comes from ${tokenFrom}, and must be for ${address.cloud.graphOrigin}.`;
    return { exitCode: exitCodes.notSignedIn, hint: sentences(means, source) };
  }
  if (status === 403) {
    return { exitCode: exitCodes.forbidden, hint: sentences(means, `The token comes from ${tokenFrom}.`) };
  }
  if (status === 429) return { exitCode: exitCodes.failed, hint: waitHint(retryAfterMs) };
  if (status === 404 && app === undefined) {
    return {
      exitCode: exitCodes.notFound,
      hint: sentences(means, "Was it removed, or made a moment ago?", lister(words)),
    };
  }
  // The whole app is known here: what nobody knows is `notFound`.
  if (status === 404 || status === 501) {
    const elsewhere =
      app === undefined ? "The service does not have this." : `The service may have this only on ${app.other}.`;
    return { exitCode: exitCodes.failed, hint: sentences(means, elsewhere) };
  }
  if (status >= 500) return { exitCode: exitCodes.failed, hint: "The service has trouble: try again in a minute." };
  if (error.code === undefined) return { exitCode: exitCodes.failed, hint: notGraph(address) };
  if (status === 400 && (words === "job validate" || words === "secret check")) {
    const hint =
      "graph-sync secret check <app> --secret KEY=env:NAME tries other credentials, and secret set saves them.";
    return { exitCode: exitCodes.failed, hint };
  }
  return { exitCode: exitCodes.failed, hint: "The service refuses the request itself; what it says is above." };
}

/** Where to look for the id that was meant. */
function lister(words: string): string | undefined {
  const [group = ""] = words.split(" ");
  return ["job", "template"].includes(group) ? `graph-sync ${group} list <app> shows what there is.` : undefined;
}

function sentences(...each: readonly (string | undefined)[]): string {
  return each.filter((sentence) => sentence !== undefined).join(" ");
}

/** What to say where an answer is not one of Graph. */
export function notGraph(address: ServiceAddress): string {
  return `This does not look like Graph: is ${printed(address)} the right --base-url?`;
}

function waitHint(retryAfterMs: number | undefined): string {
  const wait = retryAfterMs === undefined ? "a minute" : `${Math.ceil(retryAfterMs / 1000)} s`;
  return `Too many requests: try again in ${wait}.`;
}

/** The client's own sentence, without the names of limits that are no options here. */
function happened({ kind, message }: TransportError, { address }: CommandContext): string {
  return kind === "too-large"
    ? `${printed(address)}: the answer is too large to be read.`
    : message.replace(" (timeoutMs)", "");
}

function transportHint({ kind, code, cause }: TransportError, { address }: CommandContext): string {
  if (code === "ERR_REFUSED") {
    if (!isLocal(address)) return "Check --base-url and the network. Proxy settings are not read.";
    const { port } = new URL(address.cloud.graphOrigin);
    return `Is the server running? Start it with: graph-sync-server${port === "" ? "" : ` --port ${port}`}`;
  }
  if (code === "ERR_DNS") return "Check the host in --base-url, and the network.";
  if (kind === "timeout") return "Try again; if it stays so, check --base-url and the network.";
  if (kind === "tls") {
    const plainHttp = isLocal(address) ? " A server without TLS needs http:// in --base-url." : "";
    return `Where the server has its own certificate, name its file in NODE_EXTRA_CA_CERTS.${plainHttp}`;
  }
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
    .replace(/^[\w.]+: applicationId /, "--application ")
    .replace(/^[\w.]+: jobId /, "--job ")
    .replace(/^[\w.]+: templateId /, "The id of a template ")
    .replace(/^[\w.]+: objectId /, "The id of an object ")
    .replace(
      /^(An OData string|query[.]filter) must.*/s,
      "A name or an id has no control characters and no half characters.",
    )
    .replace(/^tenantId /, "--tenant ")
    .replace(/^clientId /, "--client-id ");
}
