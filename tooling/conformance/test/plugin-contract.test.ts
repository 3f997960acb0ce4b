import { bearer, bearerFrom } from "@graph-sync/core";
import { cache } from "@graph-sync/plugin-cache";
import { retry, throttle } from "@graph-sync/plugin-retry";
import { pluginContract, type PluginFactory } from "@graph-sync/testing";
import { describe, test } from "vitest";

/** Every plugin of this project, by name; a rule of the pipeline holds for all of them. */
const plugins: readonly (readonly [string, PluginFactory])[] = [
  ["retry", () => retry()],
  ["throttle", () => throttle()],
  ["cache", () => cache()],
  ["bearer", () => bearer("a-token")],
  ["bearerFrom", () => bearerFrom(async () => "a-token")],
];

describe.each(plugins)("%s", (_, factory) => {
  pluginContract(test, factory);
});
