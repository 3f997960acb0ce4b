import { checkLength, isGiven, refuse, textArgument } from "../evaluate/arguments.ts";
import type { Frame } from "../evaluate/call-frame.ts";
import { fromAscii, fromBase64, fromUtf16, fromUtf8, toBase64, toHex, toUtf16, toUtf8 } from "../text/bytes.ts";
import { cloudSync, define, type FunctionDefinition, optional, required } from "./define.ts";
import { shown } from "../text/shown.ts";

/** Texts as bytes in text. */
export const encodingFunctions: readonly FunctionDefinition[] = [
  define({
    name: "ConvertToBase64",
    parameters: [required("source")],
    returns: "String",
    evaluate: (frame) => {
      const text = textArgument(frame, 0);
      if (text === null) return null;
      checkLength(frame, text.length * 2.7);
      return toBase64(toUtf16(text));
    },
  }),
  define({
    name: "ConvertFromBase64",
    parameters: [required("source"), optional("Encoding", "Enum")],
    returns: "String",
    surfaces: cloudSync,
    evaluate: fromBase64Text,
  }),
  define({
    name: "ConvertToUTF8Hex",
    parameters: [required("source")],
    returns: "String",
    evaluate: (frame) => {
      const text = textArgument(frame, 0);
      if (text === null) return null;
      checkLength(frame, text.length * 2);
      return toHex(toUtf8(text));
    },
  }),
];

const decoders: Readonly<Record<string, (bytes: readonly number[]) => string>> = {
  Unicode: fromUtf16,
  ASCII: fromAscii,
  UTF8: fromUtf8,
};

function fromBase64Text(frame: Frame): string | null {
  const text = textArgument(frame, 0);
  if (text === null) return null;
  const encoding = isGiven(frame, 1) ? (textArgument(frame, 1) ?? "") : "Unicode";
  const decode = Object.hasOwn(decoders, encoding) ? decoders[encoding] : undefined;
  if (decode === undefined) {
    return refuse(frame, "argument-value", `Encoding is ${shown(encoding)}; give Unicode, ASCII or UTF8.`);
  }
  const bytes = fromBase64(text);
  return bytes === undefined ? refuse(frame, "argument-value", `${shown(text)} is no base64.`) : decode(bytes);
}
