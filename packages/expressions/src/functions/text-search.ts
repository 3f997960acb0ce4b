import { integerArgument, isGiven, refuse, textArgument } from "../evaluate/arguments.ts";
import type { Frame } from "../evaluate/call-frame.ts";
import { lower } from "../text/case.ts";
import { define, type FunctionDefinition, optional, required } from "./define.ts";

/** What stands where in a text. Positions count from 1, in UTF-16 units as in .NET. */
export const textSearchFunctions: readonly FunctionDefinition[] = [
  define({
    name: "InStr",
    parameters: [required("value1"), required("value2"), optional("start", "Integer"), optional("compareType", "Enum")],
    returns: "Integer",
    evaluate: inStr,
  }),
  define({
    name: "Word",
    parameters: [required("String"), required("WordNumber", "Integer"), required("delimiters")],
    returns: "String",
    evaluate: word,
  }),
];

function inStr(frame: Frame): number {
  const text = textArgument(frame, 0) ?? "";
  const sought = textArgument(frame, 1) ?? "";
  const start = isGiven(frame, 2) ? integerArgument(frame, 2) : 1;
  if (start < 1) refuse(frame, "argument-value", `start is ${start}; positions count from 1.`);
  const mode = isGiven(frame, 3) ? textArgument(frame, 3) : "vbBinaryCompare";
  if (start > text.length) return 0;
  if (mode === "vbBinaryCompare") return text.indexOf(sought, start - 1) + 1;
  if (mode === "vbTextCompare") return lower(text).indexOf(lower(sought), start - 1) + 1;
  return refuse(frame, "argument-value", `compareType is ${mode ?? "empty"}; give vbBinaryCompare or vbTextCompare.`);
}

function word(frame: Frame): string {
  const text = textArgument(frame, 0) ?? "";
  const number = integerArgument(frame, 1);
  const delimiters = new Set((textArgument(frame, 2) ?? "").split(""));
  let found = 0;
  let from = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && !delimiters.has(text.charAt(at))) continue;
    // Delimiters side by side have no word between them.
    if (at > from && (found += 1) === number) return text.slice(from, at);
    from = at + 1;
  }
  return "";
}
