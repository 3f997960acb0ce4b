import { exprEval } from "./eval.ts";
import { exprFunctions } from "./functions.ts";
import { exprParse } from "./parse.ts";
import { exprTest } from "./test.ts";
import type { AnyVerb } from "../../verb.ts";

/** In the order in which `expr --help` lists them. */
export const exprVerbs: readonly AnyVerb[] = [exprParse, exprEval, exprFunctions, exprTest];
