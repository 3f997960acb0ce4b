import type { BodyLimits, PhaseLimits, Transport } from "@graph-sync/core";
import { abortCases } from "./transport-cases/abort-cases.ts";
import { bodyCases } from "./transport-cases/body-cases.ts";
import { connectionCases } from "./transport-cases/connection-cases.ts";
import { faultCases } from "./transport-cases/fault-cases.ts";
import { requestCases } from "./transport-cases/request-cases.ts";

/** Your test runner's `test` or `it`. */
export type RegisterTest = (title: string, run: () => Promise<void>) => void;

/** Makes a fresh transport with these limits; each test makes its own. */
export type TransportFactory = (limits?: BodyLimits & PhaseLimits) => Transport;

/** What a platform cannot do; each flag leaves out the cases that need it. */
export interface TransportFlags {
  /** The platform hides the status of a redirect (browsers). */
  readonly opaqueRedirect?: boolean;
  /** The platform accepts a compressed body that ends too early (fetch of Node). */
  readonly silentTruncation?: boolean;
  /** The platform does not tell a kept-alive connection from a new one (fetch). */
  readonly hiddenReuse?: boolean;
}

/** One behaviour that every transport has. */
export interface TransportCase {
  readonly title: string;
  /** Left out where this flag is set. */
  readonly unless?: keyof TransportFlags;
  run(factory: TransportFactory): Promise<void>;
}

/**
 * The suite that makes a function a transport: give it your runner's `test` and a factory. It talks to a server of its
 * own on loopback and needs Node.
 * @example
 * transportContract(test, (limits) => myTransport(limits));
 */
export function transportContract(test: RegisterTest, factory: TransportFactory, flags: TransportFlags = {}): void {
  for (const { title, unless, run } of [
    ...requestCases,
    ...bodyCases,
    ...connectionCases,
    ...faultCases,
    ...abortCases,
  ]) {
    if (unless === undefined || flags[unless] !== true) test(title, () => run(factory));
  }
}
