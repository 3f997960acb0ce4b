import type { FunctionDefinition } from "../functions/define.ts";
import type { Call } from "../syntax/tree.ts";
import type { EvaluateOptions } from "./options.ts";

/** What is wrong with a call whatever its arguments are. */
export interface CallMistake {
  readonly code: "wrong-surface" | "argument-count" | "argument-missing";
  readonly message: string;
}

export function callMistake(
  call: Call,
  definition: FunctionDefinition,
  surface: EvaluateOptions["surface"],
): CallMistake | undefined {
  const { surfaces, least, most, parameters } = definition;
  // What the service's own list has may be used anywhere.
  if (surface !== undefined && !surfaces.includes(surface) && !surfaces.includes("graph")) {
    return {
      code: "wrong-surface",
      message: `this is a function of ${surfaces.join(" and ")} only, not of ${surface}.`,
    };
  }
  const count = call.arguments.length;
  if (count < least || count > most) {
    return { code: "argument-count", message: `arguments given: ${count}; expected: ${range(least, most)}.` };
  }
  for (let index = 0; index < parameters.length; index += 1) {
    const parameter = parameters[index];
    if (parameter?.required === true && !parameter.repeating && call.arguments[index]?.type === "omitted") {
      return { code: "argument-missing", message: `${parameter.name} is left out and must be given.` };
    }
  }
  return undefined;
}

function range(least: number, most: number): string {
  if (most === Infinity) return `${least} or more`;
  return most === least ? `${least}` : `${least} to ${most}`;
}
