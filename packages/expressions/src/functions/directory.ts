import { integerArgument, refuse, textArgument } from "../evaluate/arguments.ts";
import type { Frame } from "../evaluate/call-frame.ts";
import { fromBase64 } from "../text/bytes.ts";
import { distinguishedNameValues } from "../text/distinguished-name.ts";
import { cloudSync, define, type FunctionDefinition, graphPage, required } from "./define.ts";
import { shown } from "../text/shown.ts";

/** What directories know: names in a tree, identifiers of security, the tenant. */
export const directoryFunctions: readonly FunctionDefinition[] = [
  define({
    name: "DefaultDomain",
    parameters: [],
    listed: true,
    returns: "String",
    surfaces: ["app-provisioning", "graph"],
    status: "inferred",
    docs: graphPage,
    evaluate: (frame) =>
      frame.run.options.defaultDomain ??
      refuse(frame, "needs", "the tenant's domain is unknown; give defaultDomain in the options of evaluate."),
  }),
  define({
    name: "DNComponent",
    parameters: [required("dn"), required("ComponentNumber", "Integer")],
    returns: "String",
    surfaces: cloudSync,
    evaluate: (frame) => {
      const name = textArgument(frame, 0);
      const number = integerArgument(frame, 1);
      if (number < 1) refuse(frame, "argument-value", `ComponentNumber is ${number}; parts count from 1.`);
      if (name === null) return null;
      const values = distinguishedNameValues(name);
      if (values === undefined) return refuse(frame, "argument-value", `${shown(name)} is no distinguished name.`);
      return values[number - 1] ?? null;
    },
  }),
  define({
    name: "StringFromSid",
    parameters: [required("ObjectSID")],
    returns: "String",
    surfaces: cloudSync,
    evaluate: stringFromSid,
  }),
];

/** https://learn.microsoft.com/openspecs/windows_protocols/ms-dtyp/f992ad60-0fe4-4b87-9fed-beb478836861 */
function stringFromSid(frame: Frame): string | null {
  const text = textArgument(frame, 0);
  if (text === null) return null;
  const bytes = fromBase64(text) ?? [];
  const [revision, count = 0] = bytes;
  if (revision !== 1 || count > 15 || bytes.length !== 8 + 4 * count) {
    return refuse(frame, "argument-value", `${shown(text)} is no security identifier in base64.`);
  }
  const authority = bytes.slice(2, 8).reduce((value, byte) => value * 256 + byte, 0);
  const parts = Array.from({ length: count }, (_, index) =>
    bytes.slice(8 + 4 * index, 12 + 4 * index).reduceRight((value, byte) => value * 256 + byte, 0),
  );
  return ["S", revision, authority, ...parts].join("-");
}
