import { isGiven, refuse, textArgument, valueOf } from "../evaluate/arguments.ts";
import type { Frame } from "../evaluate/call-frame.ts";
import { isCondition } from "../evaluate/condition.ts";
import { isEmpty, type Value } from "../evaluate/value.ts";
import { appOnly, cloudSync, define, type FunctionDefinition, optional, repeating, required } from "./define.ts";

/** What decides which value flows, or whether one does. Branches that are not taken are not evaluated. */
export const flowFunctions: readonly FunctionDefinition[] = [
  define({
    name: "IIF",
    parameters: [required("condition", "Any"), required("valueIfTrue", "Any"), required("valueIfFalse", "Any")],
    returns: "Any",
    evaluate: (frame) => valueOf(frame, isCondition(frame, 0) ? 1 : 2),
  }),
  define({
    name: "Switch",
    parameters: [required("source"), optional("defaultValue"), repeating("key"), repeating("value")],
    graphParameters: [
      required("source"),
      optional("defaultValue"),
      { name: "switchValue", required: false, repeating: true, type: "String" },
    ],
    returns: "String",
    evaluate: chooseByKey,
  }),
  define({
    name: "Coalesce",
    parameters: [repeating("source")],
    returns: "String",
    surfaces: appOnly,
    evaluate: (frame) => {
      for (let index = 0; index < frame.call.arguments.length; index += 1) {
        const value = valueOf(frame, index);
        if (value !== null) return value;
      }
      return null;
    },
  }),
  define({
    name: "IgnoreFlowIfNullOrEmpty",
    parameters: [required("expression", "Any")],
    returns: "Any",
    surfaces: appOnly,
    evaluate: (frame) => {
      const value = valueOf(frame, 0);
      if (isEmpty(value)) frame.run.dropped = true;
      return value;
    },
  }),
  define({
    name: "SelectUniqueValue",
    parameters: [repeating("uniqueValueRule")],
    returns: "String",
    evaluate: selectUnique,
  }),
  define({
    name: "Error",
    parameters: [required("ErrorMessage")],
    returns: "Any",
    surfaces: cloudSync,
    evaluate: (frame) => refuse(frame, "raised", textArgument(frame, 0) ?? ""),
  }),
  define({
    name: "Redact",
    parameters: [required("value", "Any")],
    returns: "Any",
    surfaces: appOnly,
    evaluate: (frame) => {
      frame.run.redacted = true;
      return valueOf(frame, 0);
    },
  }),
];

function chooseByKey(frame: Frame): Value {
  const count = frame.call.arguments.length;
  if (count % 2 !== 0) {
    refuse(
      frame,
      "argument-count",
      `it takes pairs of a key and a value behind the default, and has ${count} arguments.`,
    );
  }
  const source = textArgument(frame, 0) ?? "";
  for (let index = 2; index < count; index += 2) {
    if ((textArgument(frame, index) ?? "") === source) return valueOf(frame, index + 1);
  }
  return isGiven(frame, 1) ? valueOf(frame, 1) : null;
}

function selectUnique(frame: Frame): Value {
  const { run, call } = frame;
  if (run.top !== call) refuse(frame, "not-nested", "it cannot stand inside another function.");
  if (call.arguments.length < 2) refuse(frame, "argument-count", "it takes at least two rules.");
  if (run.options.operation === "update") {
    // Values are only made to create an object.
    run.dropped = true;
    return null;
  }
  const { isTaken } = run.options;
  for (let index = 0; index < call.arguments.length; index += 1) {
    const value = textArgument(frame, index);
    if (value === null || value === "") continue;
    if (isTaken?.(value) !== true) return value;
  }
  return refuse(
    frame,
    "not-unique",
    "none of the rules gives a value that no other object has; the object is retried later.",
  );
}
