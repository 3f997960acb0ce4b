import { readDateFormat } from "../dates/date-format.ts";
import { defaultStyles, readDateStyles } from "../dates/date-styles.ts";
import { type DateTime, dateTime, ticksOf } from "../dates/date-time.ts";
import { addTo, dateIntervals, difference, isDateInterval, type DateInterval } from "../dates/intervals.ts";
import { parseExact } from "../dates/parse-exact.ts";
import { writeDateTime } from "../dates/write-date-time.ts";
import { bigintArgument, dateArgument, integerArgument, isGiven, refuse, textArgument } from "../evaluate/arguments.ts";
import type { Frame } from "../evaluate/call-frame.ts";
import type { Value } from "../evaluate/value.ts";
import { toNumber } from "./conversion.ts";
import { appOnly, define, type FunctionDefinition, optional, required } from "./define.ts";
import { shown } from "../text/shown.ts";

/** Dates. All of them are UTC, and they are written `M/d/yyyy h:mm:ss tt` when they leave the expression. */
export const dateFunctions: readonly FunctionDefinition[] = [
  define({
    name: "Now",
    parameters: [],
    returns: "DateTime",
    surfaces: appOnly,
    evaluate: now,
  }),
  define({
    name: "DateAdd",
    parameters: [required("interval"), required("value", "Integer"), required("dateTime", "DateTime")],
    returns: "DateTime",
    surfaces: appOnly,
    evaluate: (frame) => {
      const interval = intervalArgument(frame);
      const value = integerArgument(frame, 1);
      const moment = dateArgument(frame, 2);
      return moment === null ? null : (addTo(moment, interval, value) ?? outside(frame));
    },
  }),
  define({
    name: "DateDiff",
    parameters: [required("interval"), required("date1", "DateTime"), required("date2", "DateTime")],
    returns: "Integer",
    surfaces: appOnly,
    evaluate: (frame) => {
      const interval = intervalArgument(frame);
      const [from, to] = [dateArgument(frame, 1), dateArgument(frame, 2)];
      return from === null || to === null ? null : difference(interval, from, to);
    },
  }),
  define({
    name: "DateFromNum",
    parameters: [required("value", "Integer")],
    returns: "DateTime",
    evaluate: (frame) => {
      const value = bigintArgument(frame, 0);
      return value === null ? null : (dateTime(value - epochAsFileTime) ?? outside(frame));
    },
  }),
  define({
    name: "NumFromDate",
    parameters: [required("value")],
    returns: "Integer",
    surfaces: appOnly,
    evaluate: (frame) => {
      const moment = dateArgument(frame, 0);
      if (moment === null) return null;
      const value = ticksOf(moment) + epochAsFileTime;
      return value < 0n ? outside(frame) : toNumber(value);
    },
  }),
  define({
    name: "FormatDateTime",
    parameters: [required("source"), optional("dateTimeStyles"), required("inputFormat"), required("outputFormat")],
    least: 3,
    graphParameters: [required("source"), required("inputFormat"), required("outputFormat")],
    returns: "String",
    evaluate: formatDateTime,
  }),
];

/** 1970-01-01 in units of 100 ns since 1601-01-01. */
const epochAsFileTime = 116_444_736_000_000_000n;

function now(frame: Frame): DateTime {
  const { clock } = frame.run.options;
  if (clock === undefined) return refuse(frame, "needs", "there is no clock; give one in the options of evaluate.");
  return dateTime(BigInt(Math.trunc(clock.now())) * 10_000n) ?? outside(frame);
}

function outside(frame: Frame): never {
  return refuse(frame, "argument-value", "the date would lie outside of the years 1 to 9999.");
}

function intervalArgument(frame: Frame): DateInterval {
  const interval = textArgument(frame, 0) ?? "";
  if (isDateInterval(interval)) return interval;
  return refuse(frame, "argument-value", `interval is ${shown(interval)}; give one of ${dateIntervals.join(", ")}.`);
}

function formatDateTime(frame: Frame): Value {
  const source = textArgument(frame, 0);
  if (source === null || source === "") return source;
  // With three arguments there is no place for the styles.
  const first = frame.call.arguments.length === 3 ? 1 : 2;
  const styles = first === 2 && isGiven(frame, 1) ? readDateStyles(textArgument(frame, 1) ?? "") : defaultStyles;
  if (typeof styles === "string") {
    return refuse(frame, "argument-value", `dateTimeStyles has ${shown(styles)}, which .NET does not take.`);
  }
  const input = formatArgument(frame, first, "inputFormat");
  const output = formatArgument(frame, first + 1, "outputFormat");
  const moment = parseExact(source, input.tokens, styles, () => now(frame));
  if (moment !== undefined) return writeDateTime(moment, output.tokens);
  return refuse(frame, "argument-value", `${shown(source)} is no date in the format ${shown(input.format)}.`);
}

function formatArgument(frame: Frame, index: number, name: string) {
  const format = textArgument(frame, index) ?? "";
  const tokens = readDateFormat(format);
  if (tokens !== undefined) return { format, tokens };
  return refuse(frame, "argument-value", `${name} is ${shown(format)}, which is no custom .NET date format.`);
}
