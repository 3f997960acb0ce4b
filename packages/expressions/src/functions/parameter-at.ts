import type { FunctionInfo, FunctionParameter } from "./function-info.ts";

/** The name of the parameter that an argument is for, by its place from 0. */
export function parameterAt({ parameters }: Pick<FunctionInfo, "parameters">, index: number): string {
  return nameAt(parameters, index);
}

/** The same among the names that the service uses in a parsed expression. */
export function graphParameterAt(
  info: Pick<FunctionInfo, "parameters" | "graphParameters">,
  index: number,
  count: number,
): string {
  const { parameters, graphParameters } = info;
  // The service lists FormatDateTime with three parameters, the reference with four: the call tells which one it is.
  const fits = graphParameters !== undefined && (count <= graphParameters.length || repeats(graphParameters));
  return nameAt(fits ? graphParameters : parameters, index);
}

function repeats(parameters: readonly FunctionParameter[]): boolean {
  return parameters.some(({ repeating }) => repeating);
}

function nameAt(parameters: readonly FunctionParameter[], index: number): string {
  const first = parameters.findIndex(({ repeating }) => repeating);
  if (first === -1 || index < first) return parameters[index]?.name ?? `argument${index + 1}`;
  const turn = parameters.filter(({ repeating }) => repeating);
  return turn[(index - first) % turn.length]?.name ?? `argument${index + 1}`;
}
