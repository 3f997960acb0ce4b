import type { Expression } from "@graph-sync/expressions";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Surroundings } from "../surroundings.ts";

/**
 * Reads an expression of a command line; where it is none, a picture of the place goes to stderr.
 * @throws Refusal that says what was expected there
 */
export async function readExpression(text: string, { stderr }: Pick<Surroundings, "stderr">): Promise<Expression> {
  const { isExpressionSyntaxError, parse } = await import("@graph-sync/expressions");
  try {
    return parse(text);
  } catch (error) {
    if (!isExpressionSyntaxError(error)) throw error;
    stderr.write(`${error.picture}\n`);
    const [sentence = ""] = error.message.split("\n", 1);
    const hint = 'Attributes stand in brackets, texts in straight quotes: Join(" ", [givenName], [surname]).';
    throw new Refusal(exitCodes.usage, sentence, hint, { cause: error });
  }
}
