import { bigintArgument, dateArgument, refuse, singleOf, textArgument, valueOf } from "../evaluate/arguments.ts";
import type { Frame } from "../evaluate/call-frame.ts";
import { textOf } from "../evaluate/value.ts";
import { appOnly, cloudSync, connectPage, define, type FunctionDefinition, required } from "./define.ts";
import { shown } from "../text/shown.ts";

/** Values of one type as values of another. */
export const conversionFunctions: readonly FunctionDefinition[] = [
  define({
    name: "CBool",
    parameters: [required("Expression", "Any")],
    returns: "Boolean",
    evaluate: toBoolean,
  }),
  define({
    name: "CDate",
    parameters: [required("expression")],
    returns: "DateTime",
    surfaces: appOnly,
    evaluate: (frame) => dateArgument(frame, 0),
  }),
  define({
    name: "CStr",
    parameters: [required("value", "Any")],
    returns: "String",
    evaluate: (frame) => textArgument(frame, 0),
  }),
  define({
    name: "CRef",
    parameters: [required("value")],
    returns: "String",
    surfaces: cloudSync,
    status: "inferred",
    docs: `${connectPage}#cref`,
    evaluate: (frame) => textArgument(frame, 0),
  }),
  define({
    name: "IsString",
    parameters: [required("Expression", "Any")],
    returns: "Boolean",
    evaluate: (frame) => typeof valueOf(frame, 0) === "string",
  }),
  define({
    name: "BitAnd",
    parameters: [required("value1", "Integer"), required("value2", "Integer")],
    returns: "Integer",
    evaluate: (frame) => {
      const [left, right] = [bigintArgument(frame, 0), bigintArgument(frame, 1)];
      return left === null || right === null ? null : toNumber(left & right);
    },
  }),
];

/** As a number where a number can hold it. */
export function toNumber(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function toBoolean(frame: Frame): boolean {
  const value = singleOf(frame, 0);
  if (value === null || value === "") return false;
  if (typeof value === "boolean") return value;
  const text = textOf(value).trim();
  if (/^(?:true|false)$/i.test(text)) return /^t/i.test(text);
  if (/^-?\d{1,40}(?:\.\d{1,40})?$/.test(text)) return Number(text) !== 0;
  return refuse(frame, "argument-type", `${shown(text)} is neither a number nor True or False.`);
}
