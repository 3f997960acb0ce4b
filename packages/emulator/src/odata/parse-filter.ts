import type { ComparisonOperator, Filter, Literal, Operand, Path, TestName } from "./filter-tree.ts";
import { tokensOf, type Token } from "./filter-tokens.ts";
import { ODataSyntaxError } from "./odata-error.ts";

/** More than any filter needs, and less than what overflows the stack. */
const deepest = 50;
const comparisons: ReadonlySet<string> = new Set(["eq", "ne", "gt", "ge", "lt", "le"]);
const tests: ReadonlySet<string> = new Set(["startswith", "endswith", "contains"]);

/**
 * Reads a `$filter`: eq, ne, gt, ge, lt, le, in, and, or, not, startswith, endswith, contains, tolower, any and all with
 * lambdas, paths, and literals.
 * @throws {ODataSyntaxError} for anything else
 */
export function parseFilter(text: string): Filter {
  const tokens = tokensOf(text);
  let at = 0;
  let depth = 0;
  const filter = or();
  if (next().kind !== "end") throw unexpected(next());
  return filter;

  function next(): Token {
    return tokens[at] ?? { kind: "end", text: "", position: text.length };
  }

  function taken(kind: Token["kind"], said?: string): Token | undefined {
    const token = next();
    if (token.kind !== kind || (said !== undefined && token.text !== said)) return undefined;
    at++;
    return token;
  }

  function expected(kind: Token["kind"], said?: string): Token {
    return taken(kind, said) ?? fail();
  }

  function fail(): never {
    throw unexpected(next());
  }

  function or(): Filter {
    if (++depth > deepest) throw new ODataSyntaxError("The filter is nested too deep", next().position);
    let left = and();
    while (taken("word", "or")) left = { type: "or", left, right: and() };
    depth--;
    return left;
  }

  function and(): Filter {
    let left = not();
    while (taken("word", "and")) left = { type: "and", left, right: not() };
    return left;
  }

  function not(): Filter {
    let negations = 0;
    while (taken("word", "not")) negations++;
    const operand = condition();
    return negations % 2 === 0 ? operand : { type: "not", operand };
  }

  function condition(): Filter {
    if (taken("sign", "(")) {
      const inner = or();
      expected("sign", ")");
      return inner;
    }
    const name = next().text;
    if (next().kind === "word" && tests.has(name) && tokens[at + 1]?.text === "(") return test(name as TestName);
    const left = operand();
    const operator = next().text;
    if (next().kind === "word" && comparisons.has(operator)) {
      at++;
      return { type: "compare", operator: operator as ComparisonOperator, left, right: operand() };
    }
    if (taken("word", "in")) return { type: "in", left, values: list() };
    if (left.type === "path" && next().text === "(") return lambda(left);
    return { type: "truth", operand: left };
  }

  // Both words were looked up in the sets of what these types allow.
  function test(name: TestName): Filter {
    at++;
    expected("sign", "(");
    const tested = operand();
    expected("sign", ",");
    const part = operand();
    expected("sign", ")");
    // OData compares what a function answers; `eq true` is the same as nothing.
    if (next().text === "eq" && tokens[at + 1]?.text === "true") at += 2;
    return { type: "test", name, text: tested, part };
  }

  function list(): readonly Literal[] {
    expected("sign", "(");
    const values = [literal() ?? fail()];
    while (taken("sign", ",")) values.push(literal() ?? fail());
    expected("sign", ")");
    return values;
  }

  function lambda({ names }: Path): Filter {
    const name = names.at(-1);
    if ((name !== "any" && name !== "all") || names.length < 2) return fail();
    const path: Path = { type: "path", names: names.slice(0, -1) };
    expected("sign", "(");
    if (name === "any" && taken("sign", ")")) return { type: name, path, variable: undefined, filter: undefined };
    const variable = expected("word").text;
    expected("sign", ":");
    const inner = or();
    expected("sign", ")");
    return { type: name, path, variable, filter: inner };
  }

  function operand(): Operand {
    const known = literal();
    if (known !== undefined) return known;
    const first = expected("word");
    if (first.text === "tolower" && taken("sign", "(")) {
      const inner = operand();
      expected("sign", ")");
      return { type: "fold", operand: inner };
    }
    if (next().text === "(")
      throw new ODataSyntaxError(`An unknown function '${first.text}' was found`, first.position);
    const names = [first.text];
    while (taken("sign", "/")) names.push(expected("word").text);
    return { type: "path", names };
  }

  function literal(): Literal | undefined {
    const token = next();
    const read = literalOf(token);
    if (read !== undefined) at++;
    return read;
  }
}

function literalOf({ kind, text, position }: Token): Literal | undefined {
  if (kind === "string" || kind === "guid") return { type: "literal", value: text, kind: "text" };
  if (kind === "number") return { type: "literal", value: Number(text), kind: "number" };
  if (kind === "date") {
    const value = Date.parse(text);
    // `Date` takes the 30th of February for the 2nd of March.
    const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
    if (Number.isNaN(value) || !day.toISOString().startsWith(text.slice(0, 10)))
      throw new ODataSyntaxError(`'${text}' is no date`, position);
    return { type: "literal", value, kind: "date" };
  }
  if (kind !== "word") return undefined;
  if (text === "null") return { type: "literal", value: null, kind: "null" };
  return text === "true" || text === "false" ? { type: "literal", value: text === "true", kind: "boolean" } : undefined;
}

function unexpected({ kind, text, position }: Token): ODataSyntaxError {
  return new ODataSyntaxError(kind === "end" ? "The filter ends too early" : `Syntax error at '${text}'`, position);
}
