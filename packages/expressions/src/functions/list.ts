import { integerArgument, listOf, refuse, textArgument } from "../evaluate/arguments.ts";
import type { Frame } from "../evaluate/call-frame.ts";
import { textOf, type Value } from "../evaluate/value.ts";
import { trimWhite } from "../text/white-space.ts";
import { cloudSync, connectPage, define, type FunctionDefinition, required } from "./define.ts";

/** Attributes with several values. */
export const listFunctions: readonly FunctionDefinition[] = [
  define({
    name: "Count",
    parameters: [required("attribute", "MultiValued")],
    returns: "Integer",
    evaluate: (frame) => listOf(frame, 0).length,
  }),
  define({
    name: "Item",
    parameters: [required("attribute", "MultiValued"), required("index", "Integer")],
    returns: "Any",
    evaluate: item,
  }),
  define({
    name: "Contains",
    parameters: [required("attribute", "MultiValued"), required("search")],
    returns: "Integer",
    surfaces: cloudSync,
    status: "inferred",
    docs: `${connectPage}#contains`,
    evaluate: (frame) => {
      const sought = textArgument(frame, 1) ?? "";
      return listOf(frame, 0).findIndex((value) => value !== null && textOf(value).includes(sought)) + 1;
    },
  }),
  define({
    name: "RemoveDuplicates",
    parameters: [required("attribute", "MultiValued")],
    returns: "MultiValued",
    evaluate: (frame) => {
      const found = new Map<string, Value>();
      for (const value of listOf(frame, 0)) {
        const text = value === null ? "" : textOf(value);
        if (!found.has(text)) found.set(text, value);
      }
      return [...found.values()];
    },
  }),
  define({
    name: "Split",
    parameters: [required("source"), required("delimiter")],
    graphParameters: [required("source"), { ...required("delimiter"), required: false }],
    returns: "MultiValued",
    evaluate: split,
  }),
];

function item(frame: Frame): Value {
  const values = listOf(frame, 0);
  const index = integerArgument(frame, 1);
  if (index >= 1 && index <= values.length) return values[index - 1] ?? null;
  return refuse(frame, "argument-value", `index is ${index}, and there are ${values.length} values, counted from 1.`);
}

/** The one documented result has no space behind the comma that its source has: each part is trimmed. */
function split(frame: Frame): Value {
  const text = textArgument(frame, 0);
  const delimiter = textArgument(frame, 1);
  if (text === null) return null;
  if (delimiter === null || delimiter === "") {
    return refuse(frame, "argument-value", "the delimiter is empty; give the character to cut at.");
  }
  return text.split(delimiter).map(trimWhite);
}
