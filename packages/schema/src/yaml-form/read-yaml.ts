import { isMap, isNode, isScalar, isSeq, LineCounter, type Pair, parseDocument } from "yaml";
import { isExact } from "../model/exact-number.ts";
import { formatPath, type Member, objectOf, type Path } from "../model/json.ts";
import { SchemaError } from "../schema-error.ts";

/**
 * Reads YAML that says no more than JSON could: names are texts and come once, and nothing refers to anything else.
 * @throws SchemaError `bad-yaml`, with the line
 */
export function readYaml(text: string): unknown {
  const counter = new LineCounter();
  const document = parsed(text, counter);
  const [fault] = document.errors;
  if (fault !== undefined) {
    const problem = /call stack/.test(fault.message) ? "it is nested too deeply." : fault.message;
    throw badYaml([], `cannot be read: ${problem}`, lineAt(counter, fault.pos[0]));
  }
  return valueOf(document.contents, [], counter);
}

// Its own pictures of errors are not for deep input, and its search for repeated names compares each with each.
const options = { prettyErrors: false, uniqueKeys: false, logLevel: "error", version: "1.2" } as const;

function parsed(text: string, lineCounter: LineCounter): ReturnType<typeof parseDocument> {
  try {
    return parseDocument(text, { ...options, lineCounter });
  } catch (cause) {
    // Nesting past what the stack holds.
    throw new SchemaError("bad-yaml", "", "cannot be read as YAML.", { cause });
  }
}

const deepest = 500;

function valueOf(node: unknown, path: Path, counter: LineCounter): unknown {
  if (path.length > deepest) throw badYaml(path.slice(0, 12), `is nested deeper than ${deepest} levels.`, undefined);
  if (node === null || node === undefined) return null;
  const line = lineOf(node, counter);
  if (isScalar(node)) return scalar(node.value, node.source, path, line);
  if (isSeq(node)) return node.items.map((item, index) => valueOf(item, [...path, index], counter));
  if (isMap(node)) return membersIn(node.items, path, counter, line);
  throw badYaml(path, "refers to another place: write its value there.", line);
}

function scalar(value: unknown, source: string | undefined, path: Path, line: number | undefined): unknown {
  if (typeof value !== "number") return value;
  const digits = source ?? "";
  if (isExact(digits)) return value;
  throw badYaml(path, `holds the number ${digits.slice(0, 40)}, which cannot be kept exactly.`, line);
}

function membersIn(pairs: readonly Pair[], path: Path, counter: LineCounter, line: number | undefined): object {
  const members = new Map<string, unknown>();
  for (const { key, value } of pairs) {
    const name = isScalar(key) ? key.value : undefined;
    const place = lineOf(key, counter) ?? line;
    if (typeof name !== "string") throw badYaml(path, "has a name that is no text: put it in quotes.", place);
    if (members.has(name)) throw badYaml([...path, name], "is there twice.", place);
    members.set(name, valueOf(value, [...path, name], counter));
  }
  return objectOf([...members].map((member): Member => member));
}

function lineOf(node: unknown, counter: LineCounter): number | undefined {
  return isNode(node) && node.range ? lineAt(counter, node.range[0]) : undefined;
}

const lineAt = (counter: LineCounter, offset: number): number => counter.linePos(offset).line;

function badYaml(path: Path, problem: string, line: number | undefined): SchemaError {
  return new SchemaError("bad-yaml", formatPath(path), line === undefined ? problem : `${problem} (Line ${line}.)`);
}
