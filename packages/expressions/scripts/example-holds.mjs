import { isDeepStrictEqual } from "node:util";

/**
 * Makes a test of whether an example gives the value, or the error, that it names.
 * @param {Pick<typeof import("../src/index.ts"), "evaluate" | "isExpressionEvaluationError" | "parse">} expressions
 * @returns {(example: any) => boolean}
 */
export function exampleHolds({ evaluate, isExpressionEvaluationError, parse }) {
  return ({ expression, value, error, taken, now, dice, ...options }) => {
    try {
      const result = evaluate(parse(expression), {
        ...options,
        ...(taken === undefined ? {} : { isTaken: (/** @type {string} */ text) => taken.includes(text) }),
        ...(typeof now === "string" ? { clock: { now: () => Date.parse(now) } } : {}),
        ...(typeof dice === "number" ? { random: () => dice } : {}),
      });
      return error === undefined && isDeepStrictEqual(result.value, value);
    } catch (thrown) {
      return isExpressionEvaluationError(thrown) && thrown.code === error;
    }
  };
}
