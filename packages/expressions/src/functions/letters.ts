import { isGiven, refuse, textArgument } from "../evaluate/arguments.ts";
import type { Frame } from "../evaluate/call-frame.ts";
import { casingOf, lower, upper } from "../text/case.ts";
import { withoutDiacritics } from "../text/diacritics.ts";
import { titleCase, titleCaseBetween } from "../text/proper-case.ts";
import { appOnly, define, type FunctionDefinition, optional, required } from "./define.ts";

/** Letters changed into others. No value gives no value. */
export const letterFunctions: readonly FunctionDefinition[] = [
  define({
    name: "ToLower",
    parameters: [required("source"), optional("culture")],
    returns: "String",
    evaluate: (frame) => cased(frame, lower),
  }),
  define({
    name: "ToUpper",
    parameters: [required("source"), optional("culture")],
    returns: "String",
    evaluate: (frame) => cased(frame, upper),
  }),
  define({
    name: "PCase",
    parameters: [required("source"), optional("wordSeparators")],
    returns: "String",
    surfaces: appOnly,
    evaluate: (frame) => {
      const text = textArgument(frame, 0);
      if (text === null) return null;
      return isGiven(frame, 1) ? titleCaseBetween(text, textArgument(frame, 1) ?? "") : titleCase(text);
    },
  }),
  define({
    name: "NormalizeDiacritics",
    parameters: [required("source")],
    returns: "String",
    evaluate: (frame) => {
      const text = textArgument(frame, 0);
      return text === null ? null : withoutDiacritics(text);
    },
  }),
];

function cased(frame: Frame, change: typeof lower): string | null {
  const text = textArgument(frame, 0);
  if (text === null) return null;
  const culture = isGiven(frame, 1) ? (textArgument(frame, 1) ?? "") : "";
  const casing = casingOf(culture);
  if (casing === undefined) return refuse(frame, "argument-value", `"${culture}" is no culture; write one as ja-JP.`);
  return change(text, casing);
}
