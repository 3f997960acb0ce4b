import { InvalidRequestError } from "../errors/invalid-request-error.ts";
import { isJsonObject } from "../wire/json.ts";
import type { Send } from "../wire/message.ts";
import type { Host } from "./host.ts";

/** The places in a pipeline, outermost first. The slot decides the place, the array the order inside a slot. */
export const SLOTS = ["observe", "cache", "retry", "throttle", "auth", "attempt"] as const;

/**
 * `observe` sees a call once; `cache` may answer it; `retry` may send it again; `throttle` may hold it back; `auth`
 * adds the credential; `attempt` sees every single attempt.
 */
export type Slot = (typeof SLOTS)[number];

/** Whose answers these are. Nothing kept for one partition may be given to another. */
export interface Partition {
  /** Tenant and client where the token source knows them, else random. Holds no secret. */
  readonly id: string;
  /** Whether another process with the same identity has the same id; only then may a shared store be used. */
  readonly stable: boolean;
}

/** What a client gives to a plugin that is installed in it. */
export interface PluginHost extends Host {
  /** The identity that the client acts as. */
  readonly partition: Partition;
  /** The origin of Graph, such as `https://graph.microsoft.com`. */
  readonly origin: string;
  /** What a token for this Graph is asked with, such as `https://graph.microsoft.com/.default`. */
  readonly scope: string;
}

/**
 * A layer around sending. Write it as nested closures with three lifetimes: *configuration* (the plugin object, shared
 * by all clients it is in), *client* (`install`), *request* (the function that it returns).
 */
export interface Plugin {
  /** Unique in a client. */
  readonly name: string;
  /** The place in the pipeline. */
  readonly slot: Slot;
  /** Only on an auth plugin: the identity it acts as. */
  readonly partition?: Partition;
  /** Called once for each client. It must not send anything. */
  install(next: Send, host: PluginHost): Send;
  /** Called once by the client's `close`, outermost plugin first. */
  close?(): Promise<void>;
}

/** A plugin or several that belong together, nested as you like. */
export type Plugins = readonly (Plugin | Plugins)[];

/**
 * Checks a plugin and gives it back; what a factory ends with.
 * @throws InvalidRequestError where the name is empty or the slot does not exist.
 * @example
 * const logged = definePlugin({
 *   name: "logged",
 *   slot: "observe",
 *   install: (next) => async (request) => {
 *     const response = await next(request);
 *     console.log(request.operation.id, response.status);
 *     return response;
 *   },
 * });
 */
export function definePlugin<P extends Plugin>(plugin: P): P {
  // The types promise all this; a program without types may pass a factory that it forgot to call.
  const given: unknown = plugin;
  if (!isJsonObject(given)) {
    throw new InvalidRequestError(
      `A plugin is of type ${typeof given}, not an object: did you forget to call its factory?`,
    );
  }
  const { name, slot, install } = given;
  if (typeof name !== "string" || name === "") {
    throw new InvalidRequestError("A plugin has no name: give it one that is unique in a client.");
  }
  if (!SLOTS.some((known) => known === slot)) {
    throw new InvalidRequestError(
      `Plugin ${name} has an unknown slot ${String(slot)}: use one of ${SLOTS.join(", ")}.`,
    );
  }
  if (typeof install !== "function")
    throw new InvalidRequestError(`Plugin ${name} has no install(next, host) function.`);
  return plugin;
}
