import { checkLength, integerArgument, isGiven, listOf, refuse, textArgument } from "../evaluate/arguments.ts";
import type { Frame } from "../evaluate/call-frame.ts";
import { textOf } from "../evaluate/value.ts";
import { trimWhite } from "../text/white-space.ts";
import { cloudSync, define, type FunctionDefinition, graphPage, repeating, required } from "./define.ts";

/** Texts put together and cut. Positions count from 1, in UTF-16 units as in .NET. */
export const textFunctions: readonly FunctionDefinition[] = [
  define({
    name: "Append",
    parameters: [required("source"), required("suffix")],
    listed: true,
    returns: "String",
    evaluate: glue,
  }),
  define({
    name: "Prepend",
    parameters: [required("prefix"), required("source")],
    listed: true,
    returns: "String",
    surfaces: ["graph"],
    status: "inferred",
    docs: graphPage,
    evaluate: glue,
  }),
  define({
    name: "Join",
    parameters: [required("separator"), repeating("source")],
    listed: true,
    returns: "String",
    evaluate: join,
  }),
  define({
    name: "Left",
    parameters: [required("String"), required("NumChars", "Integer")],
    returns: "String",
    evaluate: (frame) => (textArgument(frame, 0) ?? "").slice(0, countArgument(frame, 1)),
  }),
  define({
    name: "Mid",
    parameters: [required("source"), required("start", "Integer"), required("length", "Integer")],
    least: 2,
    listed: true,
    returns: "String",
    evaluate: mid,
  }),
  define({
    name: "StripSpaces",
    parameters: [required("source")],
    listed: true,
    returns: "String",
    evaluate: (frame) => textArgument(frame, 0)?.replaceAll(" ", "") ?? null,
  }),
  define({
    name: "Trim",
    parameters: [required("value")],
    returns: "String",
    surfaces: cloudSync,
    evaluate: (frame) => {
      const text = textArgument(frame, 0);
      return text === null ? null : trimWhite(text);
    },
  }),
];

function glue(frame: Frame): string {
  const text = (textArgument(frame, 0) ?? "") + (textArgument(frame, 1) ?? "");
  checkLength(frame, text.length);
  return text;
}

function join(frame: Frame): string {
  const separator = textArgument(frame, 0) ?? "";
  const parts: string[] = [];
  let length = 0;
  for (let index = 1; index < frame.call.arguments.length; index += 1) {
    for (const value of listOf(frame, index)) {
      const text = value === null ? "" : textOf(value);
      if (text === "") continue;
      length += text.length + separator.length;
      checkLength(frame, length);
      parts.push(text);
    }
  }
  return parts.join(separator);
}

function mid(frame: Frame): string {
  const text = textArgument(frame, 0) ?? "";
  const start = integerArgument(frame, 1);
  if (start < 1) refuse(frame, "argument-value", `start is ${start}; positions count from 1.`);
  // Without a length, as the reference of cloud sync calls it, up to the end.
  return isGiven(frame, 2) ? text.slice(start - 1, start - 1 + countArgument(frame, 2)) : text.slice(start - 1);
}

function countArgument(frame: Frame, index: number): number {
  const count = integerArgument(frame, index);
  return count < 0 ? refuse(frame, "argument-value", `${count} characters cannot be taken; give 0 or more.`) : count;
}
