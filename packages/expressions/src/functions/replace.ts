import { checkLength, isGiven, refuse, textArgument } from "../evaluate/arguments.ts";
import type { Frame } from "../evaluate/call-frame.ts";
import { type CompiledPattern, compiledFor } from "../regex/compile-pattern.ts";
import { PatternError } from "../regex/pattern.ts";
import { firstGroup, replaceGroup, replaceMatches } from "../regex/replacement.ts";
import { define, type FunctionDefinition, optional, required } from "./define.ts";

/** The places of its arguments. */
const [source, oldValue, pattern, group, replacement, attribute, template] = [0, 1, 2, 3, 4, 5, 6] as const;

export const replaceFunctions: readonly FunctionDefinition[] = [
  define({
    name: "Replace",
    parameters: [
      required("source"),
      optional("oldValue"),
      optional("regexPattern"),
      optional("regexGroupName"),
      optional("replacementValue"),
      optional("replacementAttributeName"),
      optional("template"),
    ],
    graphParameters: [
      required("source"),
      optional("Find"),
      optional("RegularExpression"),
      optional("RegularExpressionGroupName"),
      optional("Replacement"),
      optional("ReplacementPropertyName"),
      optional("Template"),
    ],
    returns: "String",
    evaluate: (frame) => {
      try {
        return replace(frame);
      } catch (error) {
        if (error instanceof PatternError) return refuse(frame, "regular-expression", `${error.message}.`);
        throw error;
      }
    },
  }),
];

/** An empty text is given; only what is left out is not. */
function replace(frame: Frame): string | null {
  const given = [oldValue, pattern, group, replacement, attribute, template].filter((index) => isGiven(frame, index));
  switch (given.join()) {
    case [oldValue, replacement].join():
      return replaceText(frame, textArgument(frame, source), textArgument(frame, replacement) ?? "");
    case [oldValue, template].join():
      return replaceText(frame, textArgument(frame, template), textArgument(frame, source) ?? "");
    case [pattern, replacement].join():
      return inPattern(frame, (found, text) =>
        replaceMatches(found, text, textArgument(frame, replacement) ?? "", (length) => checkLength(frame, length)),
      );
    case [pattern, group, replacement].join(): {
      const value = textArgument(frame, replacement) ?? "";
      return inPattern(frame, (found, text) =>
        replaceGroup(found, text, textArgument(frame, group) ?? "", value, (length) => checkLength(frame, length)),
      );
    }
    case [pattern, group, attribute].join():
      return replaceMissing(frame);
    default:
      return refuse(
        frame,
        "argument-missing",
        "give oldValue with replacementValue or template, or regexPattern with replacementValue, with regexGroupName " +
          "and replacementValue, or with regexGroupName and replacementAttributeName; others have no documented meaning.",
      );
  }
}

function replaceText(frame: Frame, text: string | null, value: string): string | null {
  const old = textArgument(frame, oldValue) ?? "";
  if (old === "") return refuse(frame, "argument-value", "oldValue is empty; give the text to replace.");
  if (text === null) return null;
  const parts = text.split(old);
  checkLength(frame, text.length + (parts.length - 1) * (value.length - old.length));
  return parts.join(value);
}

function inPattern(frame: Frame, change: (found: CompiledPattern, text: string) => string): string | null {
  const text = textArgument(frame, source);
  return text === null ? null : change(patternOf(frame), text);
}

/**
 * A source that has a value stays; else a group of the other attribute is taken. Cloud sync's reference says the
 * opposite, so there it is the opposite.
 */
function replaceMissing(frame: Frame): string | null {
  const text = textArgument(frame, source);
  const hasValue = text !== null && text !== "";
  if (hasValue !== (frame.run.options.surface === "cloud-sync")) return text;
  const other = textArgument(frame, attribute);
  return other === null ? null : (firstGroup(patternOf(frame), other, textArgument(frame, group) ?? "") ?? null);
}

function patternOf(frame: Frame): CompiledPattern {
  return compiledFor(frame.call, textArgument(frame, pattern) ?? "");
}
