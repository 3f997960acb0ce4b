import { escapeUnseen } from "../model/escape-unseen.ts";
import { isArray, isObject, memberOf, textOf } from "../model/json.ts";
import type { Change } from "./change.ts";

/**
 * Changes as lines for people: `+` came, `-` went, `~` changed. Empty for no changes, else every line ends with a line
 * feed. Names and values are quoted where they hold blanks or signs, so nothing in a schema can fake a line.
 */
export function formatChanges(changes: readonly Change[]): string {
  return changes.map((change) => `${lineOf(change)}\n`).join("");
}

const signs: Readonly<Record<Change["kind"], string>> = { added: "+", removed: "-", changed: "~" };

function lineOf(change: Change): string {
  const head = `${signs[change.kind]} ${change.what} ${change.place.map(printable).join(" › ")}`.trimEnd();
  if (change.kind === "added") return `${head}${detail(change.after)}`;
  if (change.kind === "removed") return `${head}${detail(change.before)}`;
  return `${head}: ${change.member ?? ""} ${shown(change.before)} → ${shown(change.after)}`;
}

/** Of a mapping that came or went, where its value comes from; of a clause, what it compares with. */
function detail(value: unknown): string {
  if (!isObject(value)) return "";
  const source = memberOf(value, "source");
  if (isObject(source)) return ` ← ${shown(source)}`;
  const operand = memberOf(value, "targetOperand");
  return isObject(operand) ? ` ${shown(operand)}` : "";
}

function shown(value: unknown): string {
  if (value === undefined) return "(none)";
  if (isObject(value)) {
    const expression = textOf(value, "expression");
    if (expression !== undefined) return printable(expression);
    const values = memberOf(value, "values");
    if (isArray(values)) return shown(values);
  }
  const json = typeof value === "string" ? printable(value) : JSON.stringify(value);
  return json.length > longest ? `${json.slice(0, longest)}… (${json.length} characters)` : json;
}

const longest = 200;

/** Text as it is; quoted, with escapes, where a line break or a sign that cannot be seen would mislead. */
function printable(text: string): string {
  return text === "" || escapeUnseen(text) !== text ? escapeUnseen(JSON.stringify(text)) : text;
}
