import type { Plugin } from "@graph-sync/core";
import { identityCases } from "./plugin-cases/identity-cases.ts";
import { messageCases } from "./plugin-cases/message-cases.ts";
import { resourceCases } from "./plugin-cases/resource-cases.ts";
import { signalCases } from "./plugin-cases/signal-cases.ts";
import type { RegisterTest } from "./transport-contract.ts";

/** Makes a fresh plugin; each test makes its own. */
export type PluginFactory = () => Plugin;

/** One behaviour that every plugin has. */
export interface PluginCase {
  readonly title: string;
  run(factory: PluginFactory): Promise<void>;
}

/**
 * The suite that makes an object a plugin: give it your runner's `test` and a factory. Each rule of core's README is a case of
 * it. Nothing is sent and no time passes; it watches the platform's clock, timers and dice while a case runs, so the
 * cases must not run beside other tests of the same process. It needs Node.
 * @example
 * pluginContract(test, () => myPlugin());
 */
export function pluginContract(test: RegisterTest, factory: PluginFactory): void {
  for (const { title, run } of [...messageCases, ...signalCases, ...resourceCases, ...identityCases]) {
    test(title, () => run(factory));
  }
}
