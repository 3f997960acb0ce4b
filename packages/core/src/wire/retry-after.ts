import type { Clock } from "../pipeline/host.ts";

/**
 * How long the service asks to be left alone: milliseconds above 0, or undefined where it does not say. The two forms of
 * RFC 9110 §10.2.3 are read strictly, whole seconds and IMF-fixdate. Anything else is as good as absent; so are 0 and a
 * moment that has passed, because at once is what a service in trouble cannot mean.
 *
 * A date counts from the answer's own `date`, so that a clock which is wrong here does not shorten the wait; from
 * `clock` where the answer has none.
 */
export function retryAfterMs(headers: Readonly<Record<string, string>>, clock: Pick<Clock, "now">): number | undefined {
  const value = headers["retry-after"];
  if (value === undefined) return undefined;
  const ms = /^\d{1,10}$/.test(value)
    ? Number(value) * 1000
    : moment(value) - (moment(headers["date"] ?? "") || clock.now());
  return ms > 0 ? ms : undefined;
}

/** An IMF-fixdate in milliseconds since 1970, else NaN. What is printed as it was read was in that form. */
function moment(text: string): number {
  const ms = Date.parse(text);
  return new Date(ms).toUTCString() === text ? ms : Number.NaN;
}
