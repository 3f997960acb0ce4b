import { textArgument, valueOf } from "../evaluate/arguments.ts";
import { isEmpty } from "../evaluate/value.ts";
import { define, type FunctionDefinition, graphPage, required } from "./define.ts";

/** Whether there is a value. */
export const presenceFunctions: readonly FunctionDefinition[] = [
  define({
    name: "IsNull",
    parameters: [required("Expression", "Any")],
    returns: "Boolean",
    evaluate: (frame) => valueOf(frame, 0) === null,
  }),
  define({
    name: "IsNothing",
    parameters: [required("source", "Any")],
    graphParameters: [required("source", "Boolean")],
    returns: "Boolean",
    surfaces: ["graph"],
    status: "inferred",
    docs: graphPage,
    evaluate: (frame) => valueOf(frame, 0) === null,
  }),
  define({
    name: "IsNullOrEmpty",
    parameters: [required("Expression", "Any")],
    returns: "Boolean",
    evaluate: (frame) => isEmpty(valueOf(frame, 0)),
  }),
  define({
    name: "IsPresent",
    parameters: [required("Expression", "Any")],
    returns: "Boolean",
    evaluate: (frame) => !isEmpty(valueOf(frame, 0)),
  }),
  define({
    name: "Not",
    parameters: [required("source", "Boolean")],
    listed: true,
    returns: "Boolean",
    evaluate: (frame) => (textArgument(frame, 0)?.toLowerCase() === "true" ? "False" : "True"),
  }),
];
