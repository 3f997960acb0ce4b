import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate, isExpressionEvaluationError, parse } from "../../src/index.ts";

const clock = { now: () => Date.UTC(2024, 4, 6, 7, 8, 9) };
const format = (source: string, styles: string, input: string, output: string): unknown => {
  const attributes = { source, styles, input, output };
  const second = styles === "" ? "" : "[styles]";
  try {
    return evaluate(parse(`FormatDateTime([source], ${second}, [input], [output])`), { attributes, clock }).value;
  } catch (error) {
    return isExpressionEvaluationError(error) ? error.code : error;
  }
};

test.each<[string, string, string, string, unknown, string]>([
  ["2024-05-03", "", "yyyy-MM-dd", "d.M.yy dddd MMMM", "3.5.24 Friday May", "numbers without zeros, names in full"],
  [
    "2024-05-03",
    "",
    "yyyy-MM-dd",
    "ddd, dd MMM yyyyy gg",
    "Fri, 03 May 02024 A.D.",
    "short names, five digits, the era",
  ],
  ["2024-05-03", "", "yyyy-MM-dd", "'day' d \\d \"MM\" %M", "day 3 d MM 5", "what stands for itself"],
  ["1:02:03.5 PM", "NoCurrentDateDefault", "h:mm:ss.f tt", "HH:mm:ss.fff", "13:02:03.500", "afternoon"],
  ["12:00 AM", "NoCurrentDateDefault", "hh:mm tt", "HH t hh", "00 A 12", "midnight"],
  ["12:30", "NoCurrentDateDefault", "HH:mm", "yyyy-MM-dd", "0001-01-01", "a time without a date, if asked for"],
  ["12:30", "", "HH:mm", "yyyy-MM-dd", "2024-05-06", "is today's otherwise"],
  ["3 May", "", "d MMM", "yyyy-MM-dd", "2024-05-03", "a day without a year is this year's"],
  [
    "01:02:03.12",
    "NoCurrentDateDefault",
    "HH:mm:ss.FFFFFFF",
    "ss.FFFF|ffff",
    "03.12|1200",
    "F has no zeros at the end",
  ],
  ["01:02:03", "NoCurrentDateDefault", "HH:mm:ss.FFF", "ss.fff", "03.000", "and its point may be missing"],
  ["49", "", "yy", "yyyy", "2049", "two digits up to 49 are this century"],
  ["50", "", "yy", "yyyy", "1950", "and from 50 on the last one"],
  [
    "2024-05-03T01:00:00+02:00",
    "",
    "yyyy-MM-ddTHH:mm:sszzz",
    "yyyy-MM-dd HH:mm zzz zz z",
    "2024-05-02 23:00 +00:00 +00 +0",
    "offsets lead to UTC",
  ],
  ["2024-05-03T01:00Z", "", "yyyy-MM-ddTHH:mmK", "HH:mmK", "01:00Z", "UTC stays UTC"],
  ["2024-05-03T01:00+01:00", "", "yyyy-MM-ddTHH:mmK", "HH:mmK", "00:00+00:00", "another offset is local time"],
  ["2024-05-03T01:00+01:00", "AdjustToUniversal", "yyyy-MM-ddTHH:mmK", "HH:mmK", "00:00Z", "unless it is adjusted"],
  ["2024-05-03T01:00", "", "yyyy-MM-ddTHH:mmK", "HH:mmK", "01:00", "no offset stays none"],
  ["2024-05-03T01:00", "AssumeUniversal", "yyyy-MM-ddTHH:mm", "HH:mmK", "01:00+00:00", "unless one is assumed"],
  [" 2024 ", "", "yyyy", "yy", "24", "white space around is allowed"],
  [" 2024 ", "None", "yyyy", "yy", "argument-value", "unless the styles do not say so"],
  ["2024-02-30", "", "yyyy-MM-dd", "yyyy", "argument-value", "no calendar has that day"],
  ["Monday 3 May 2024", "", "dddd d MMMM yyyy", "yyyy", "argument-value", "it was a Friday"],
  ["13:00 PM", "", "hh:mm tt", "HH", "argument-value", "there is no thirteenth hour of twelve"],
  ["5/3/24", "", "MM/dd/yyyy", "yyyy", "argument-value", "two letters are two digits"],
  ["2024", "", "yyyyfffffffff", "yyyy", "argument-value", "a second has seven digits"],
  ["2024", "", "yyyy", "d", "argument-value", "one letter alone is no custom format"],
  ["2024", "Sometimes", "yyyy", "yy", "argument-value", "that is no style"],
  ["2024", "RoundtripKind, AssumeLocal", "yyyy", "yy", "argument-value", ".NET does not take these together"],
  ["2024", "assumelocal", "yyyy", "yy", "24", "the case of styles does not count"],
])("%j with styles %j from %j to %j is %j: %s", (source, styles, input, output, expected) => {
  expect(format(source, styles, input, output)).toBe(expected);
});

test("a date that is written and read again is the same", () => {
  const layouts = fc.constantFrom(
    "yyyy-MM-ddTHH:mm:ss.fffffffZ",
    "d MMM yyyy h:mm:ss tt fffffff",
    "dddd, dd MMMM yyyy HHmmssfffffff",
  );
  const moments = fc.date({
    min: new Date("0001-01-02T00:00:00Z"),
    max: new Date("9999-12-30T00:00:00Z"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(moments, layouts, (moment, layout) => {
      const iso = "yyyy-MM-ddTHH:mm:ss.fffffffZ";
      const text = moment.toISOString().replace("Z", "0000Z");
      const written = String(format(text, "", iso, layout));
      expect(format(written, "", layout, iso)).toBe(text);
    }),
  );
});

test("Active Directory's number of a date leads back to it", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2_650_467_743_999_999_999n }), (number) => {
      const attributes = { number: String(number) };
      const tree = parse("NumFromDate(DateFromNum([number]))");
      expect(evaluate(tree, { attributes }).values).toEqual([String(number)]);
    }),
  );
});
