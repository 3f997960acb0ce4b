import { AuthError, isAuthError } from "../errors/auth-error.ts";
import { abortable } from "../pipeline/abortable.ts";
import type { Clock } from "../pipeline/host.ts";
import { tokenFault } from "./token-fault.ts";
import type { AccessToken, TokenRequest, TokenSource } from "./token-source.ts";

/** What a call says when it asks for a token. */
export interface TokenDemand extends TokenRequest {
  readonly clock: Clock;
  /** The token that the service has just refused; another one is wanted. */
  readonly refused: string | undefined;
}

/** Gives the token to use now. */
export type TokenCycler = (demand: TokenDemand) => Promise<string>;

/** A token is not used in its last minute: a request takes time, and clocks differ. */
const marginMs = 60_000;
/** After a renewal failed while the old token is still good, the next one waits this long. */
const softRetryMs = 30_000;

/**
 * Keeps the token of a source and renews it on use: early, once, and without a timer. Calls that need a token at the
 * same time share one request, and each may give up waiting alone. While the kept token is good, a renewal runs beside the calls,
 * and its failure is nobody's. A request with claims is never joined to one without.
 */
export function tokenCycler(source: TokenSource): TokenCycler {
  const kept = new Map<string, KeptToken>();
  const flights = new Map<string, Flight>();
  let begun = 0;

  return async ({ clock, refused, scopes, claims, signal }) => {
    const key = scopes.join(" ");
    const current = kept.get(key);
    const usable = current !== undefined && claims === undefined && current.token !== refused && isGood(current, clock);
    if (!usable) return join(flightOf(clock, scopes, claims), signal);
    if (isDue(current, clock)) {
      current.nextSoftRefresh = clock.monotonic() + softRetryMs;
      // It runs beside this call, which does not wait for it and is not failed by it.
      flightOf(clock, scopes, claims).token.catch(() => undefined);
    }
    return current.token;
  };

  /** The one request under way for these scopes and claims. */
  function flightOf(clock: Clock, scopes: readonly string[], claims: string | undefined): Flight {
    const key = JSON.stringify([scopes, claims]);
    const running = flights.get(key);
    if (running !== undefined) return running;
    const controller = new AbortController();
    const order = (begun += 1);
    const token = requestToken(source, { scopes, claims, signal: controller.signal }, clock, order).then((fresh) => {
      const before = kept.get(scopes.join(" "));
      // A renewal may end after a request with claims that began later; its token would only be challenged again.
      if (before === undefined || before.order < order) kept.set(scopes.join(" "), fresh);
      return fresh.token;
    });
    const land = (): void => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    const flight: Flight = {
      token,
      waiting: 0,
      abandon(reason) {
        // A source may not listen; the next call must not join a flight that nobody steers.
        land();
        controller.abort(reason);
      },
    };
    flights.set(key, flight);
    token.then(land, land);
    return flight;
  }
}

/** A request for a token, with the calls that wait for it. */
interface Flight {
  readonly token: Promise<string>;
  abandon(reason: unknown): void;
  waiting: number;
}

/** Waits for a flight. Who aborts leaves alone; when the last one has left, the request is aborted. */
async function join(flight: Flight, signal: AbortSignal): Promise<string> {
  flight.waiting += 1;
  try {
    return await abortable(flight.token, signal);
  } finally {
    flight.waiting -= 1;
    if (flight.waiting === 0 && signal.aborted) flight.abandon(signal.reason);
  }
}

/** A token with its times on both clocks: the wall's for what is written in it, the monotonic one for its age. */
interface KeptToken {
  readonly token: string;
  readonly expiresAt: number;
  readonly refreshAt: number;
  readonly monotonicEnd: number;
  /** Counts the requests of this source as they began. */
  readonly order: number;
  nextSoftRefresh: number;
}

/** Good on both clocks: the wall clock may be set back while the token grows old. */
function isGood({ expiresAt, monotonicEnd }: KeptToken, clock: Clock): boolean {
  return clock.now() < expiresAt - marginMs && clock.monotonic() < monotonicEnd - marginMs;
}

function isDue({ refreshAt, nextSoftRefresh }: KeptToken, clock: Clock): boolean {
  return clock.now() >= refreshAt && clock.monotonic() >= nextSoftRefresh;
}

async function requestToken(
  source: TokenSource,
  request: TokenRequest,
  clock: Clock,
  order: number,
): Promise<KeptToken> {
  let given: AccessToken;
  try {
    given = await source.getToken(request);
  } catch (cause) {
    if (isAuthError(cause) || request.signal.aborted) throw cause;
    throw new AuthError("The token source gave no access token; its own error is the cause.", { cause });
  }
  const now = clock.now();
  const fault = tokenFault(given.token) ?? timeFault(given.expiresAt, now);
  if (fault !== undefined) throw new AuthError(`The access token that the token source gave ${fault}.`);
  const lifetime = given.expiresAt - now;
  return {
    token: given.token,
    expiresAt: given.expiresAt,
    refreshAt: given.refreshAt ?? given.expiresAt - Math.max(300_000, lifetime / 5),
    monotonicEnd: clock.monotonic() + lifetime,
    order,
    nextSoftRefresh: clock.monotonic(),
  };
}

function timeFault(expiresAt: unknown, now: number): string | undefined {
  if (typeof expiresAt !== "number" || !Number.isFinite(expiresAt))
    return "has no time at which it expires (expiresAt)";
  return expiresAt <= now ? "has expired already: is this machine's clock right?" : undefined;
}
