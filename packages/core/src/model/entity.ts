/**
 * A literal that is known, or any other string: the service adds enum members without a new version, and a string
 * that this version does not know must survive.
 */
// `string & {}` is not the whole of `string`, so that an editor still offers the known members.
export type Open<Known extends string> = Known | (string & {});

/** A date and time as the service prints it: ISO 8601, up to seven fractional digits, `""` or year 0001 for "never". */
export type DateTimeOffset = string;

/** An ISO 8601 duration as the service prints it: `PT40M`; `P10675199DT2H48M5.4775807S` stands for "never". */
export type Duration = string;

/** What every entity has. */
export interface Entity {
  /** Unique among entities of its type; a job's and a template's are no GUIDs. */
  readonly id?: string;
  /** The name of the type, `#microsoft.graph.…`; seldom there. */
  readonly "@odata.type"?: string;
}
