import { conversionFunctions } from "./conversion.ts";
import { dateFunctions } from "./date.ts";
import type { FunctionDefinition } from "./define.ts";
import { directoryFunctions } from "./directory.ts";
import { encodingFunctions } from "./encoding.ts";
import { flowFunctions } from "./flow.ts";
import type { FunctionInfo } from "./function-info.ts";
import { letterFunctions } from "./letters.ts";
import { listFunctions } from "./list.ts";
import { presenceFunctions } from "./presence.ts";
import { randomFunctions } from "./random.ts";
import { replaceFunctions } from "./replace.ts";
import { roleFunctions } from "./roles.ts";
import { textFunctions } from "./text.ts";
import { textSearchFunctions } from "./text-search.ts";

const definitions: readonly FunctionDefinition[] = [
  textFunctions,
  textSearchFunctions,
  replaceFunctions,
  letterFunctions,
  encodingFunctions,
  conversionFunctions,
  presenceFunctions,
  listFunctions,
  dateFunctions,
  flowFunctions,
  randomFunctions,
  directoryFunctions,
  roleFunctions,
].flat();

const byName: ReadonlyMap<string, FunctionDefinition> = new Map(definitions.map((one) => [one.name, one]));

/** Case counts. */
export function definitionOf(name: string): FunctionDefinition | undefined {
  return byName.get(name);
}

/** Every function there is, by name. */
export const functions: readonly FunctionInfo[] = definitions
  .map(({ evaluate: _evaluate, least: _least, most: _most, ...info }): FunctionInfo => info)
  .sort((a, b) => (a.name < b.name ? -1 : 1));
