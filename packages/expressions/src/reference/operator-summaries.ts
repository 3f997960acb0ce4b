import type { FilterOperatorName } from "../scope/operators.ts";

/** When a clause with each operator holds, in a sentence. */
export const operatorSummaries: Readonly<Record<FilterOperatorName, string>> = {
  EQUALS: "The attribute is exactly the value; case counts.",
  "NOT EQUALS": "The attribute has a value, and it is another one; case counts.",
  "IS TRUE": "The attribute is true.",
  "IS FALSE": "The attribute is false.",
  "IS NULL": "The attribute has no value, or an empty one.",
  "IS NOT NULL": "The attribute has a value that is not empty.",
  "REGEX MATCH": "The .NET regular expression matches somewhere in the attribute.",
  "NOT REGEX MATCH": "The attribute has a value in which the regular expression never matches.",
  "&": "Whole numbers share a bit; of texts, the attribute is a part of the value.",
  "!&": "Whole numbers share no bit; of texts, the attribute is no part of the value.",
  ENDS_WITH: "The attribute ends with the value; case counts.",
  Greater_Than: "The attribute is a whole number above the value.",
  Greater_Than_OR_EQUALS: "The attribute is a whole number, the value or above it.",
  Includes: "The value is a part of the attribute; case counts.",
};
