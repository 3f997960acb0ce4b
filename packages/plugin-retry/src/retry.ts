import {
  definePlugin,
  type Failure,
  type GraphRequest,
  type GraphResponse,
  isTransportError,
  mayRepeat,
  type OperationInfo,
  type Plugin,
  type PluginHost,
  retryAfterMs,
  settledDelete,
  type Send,
  type TransportError,
  withHeader,
} from "@graph-sync/core";
import { backoffMs, notSoonerMs, pause } from "./delay.ts";
import { perIdentity } from "./per-identity.ts";
import { type RetryBudget, retryBudget } from "./retry-budget.ts";
import { configured, type GiveUpEvent, type RetryOptions, retryOptions, type RetryPolicy } from "./retry-options.ts";

/**
 * Sends again what failed in a way that may pass, as far as core's `mayRepeat` allows: reads and idempotent writes after
 * any passing fault, other writes only where they were certainly not done. It waits as long as the service says, else
 * with growing random pauses, and never past the call's deadline: then the last answer is given on at once.
 *
 * Configuration: the budgets of the identities. Client: its identity's budget. Request: everything else.
 * @throws InvalidRequestError for a bad option; a call rejects with it for a bad `retryOptions`
 * @example
 * const graph = createClient({ transport: fetchTransport(), plugins: [bearer(token), retry()] });
 * await sync.get(undefined, { context: [retryOptions({ attempts: 1 })] });
 */
export function retry(options: RetryOptions = {}): Plugin {
  const policy = configured(options);
  const budgetOf = perIdentity(() => retryBudget(policy.budget));
  return definePlugin({
    name: "retry",
    slot: "retry",
    install(next, host) {
      const budget = budgetOf(host);
      return async (request) => {
        const own = retryOptions.of(request.options);
        return repeat(next, request, own === undefined ? policy : configured(own, policy), budget, host);
      };
    },
  });
}

/** How one attempt ended: an answer of any status, or no answer. */
type Ending = TransportError | GraphResponse;

async function repeat(
  next: Send,
  request: GraphRequest,
  policy: RetryPolicy,
  budget: RetryBudget,
  { clock, random }: PluginHost,
): Promise<GraphResponse> {
  const { operation, signal, deadline } = request;
  const asked: OperationInfo = policy.unsafe ? { ...operation, repeat: "idempotent" } : operation;
  let doubtful = false;

  for (let attempt = 1; ; attempt += 1) {
    const ending = await ended(next, attempt === 1 ? request : numbered(request, attempt - 1));
    if (isAlive(operation, ending)) budget.put();
    if (!mayRepeat(asked, ending))
      return answer(doubtful && !isTransportError(ending) ? settledDelete(request, ending) : ending);
    doubtful ||= isDoubtful(ending);

    const told = isTransportError(ending) ? undefined : retryAfterMs(ending.headers, clock);
    const roomMs = deadline - clock.monotonic();
    const firstMs = isThrottled(ending) ? policy.throttledDelayMs : policy.delayMs;
    const delayMs =
      told === undefined ? backoffMs(firstMs, policy.maxDelayMs, attempt, random) : notSoonerMs(told, roomMs, random);

    const event = { operation: operation.id, attempt, failure: facts(ending), retryAfterMs: told };
    // A service that says when to come back is alive and paces us itself.
    const isInvited = isThrottled(ending) && told !== undefined;
    const reason = obstacle(attempt >= policy.attempts, delayMs >= roomMs, isInvited ? undefined : budget);
    if (reason !== undefined) {
      policy.onGiveUp?.({ ...event, reason });
      return answer(ending);
    }
    policy.onRetry?.({ ...event, delayMs });
    await pause(delayMs, clock, signal);
  }
}

/** Why there is no further attempt; where there is one, it is taken out of the budget. */
function obstacle(
  isLast: boolean,
  isLate: boolean,
  budget: RetryBudget | undefined,
): GiveUpEvent["reason"] | undefined {
  if (isLast) return "attempts";
  if (isLate) return "deadline";
  return budget === undefined || budget.take() ? undefined : "budget";
}

/** Refusals, aborts by a reason of the caller's own, and faults of plugins are not ours: they go through. */
async function ended(next: Send, request: GraphRequest): Promise<Ending> {
  try {
    return await next(request);
  } catch (error) {
    if (isTransportError(error)) return error;
    throw error;
  }
}

/** Graph's own clients number their retries. https://github.com/microsoftgraph/msgraph-sdk-design (RetryHandler) */
function numbered(request: GraphRequest, retries: number): GraphRequest {
  return Object.freeze({ ...request, headers: withHeader(request.headers, "retry-attempt", String(retries)) });
}

/** Whether a service stands behind this answer, be it a refusal: not even a read would be sent again after it. */
function isAlive(operation: OperationInfo, ending: Ending): boolean {
  return !isTransportError(ending) && !mayRepeat({ ...operation, repeat: "safe" }, ending);
}

/** Whether the request may have been carried out all the same. A 429 is a refusal before any work. */
function isDoubtful(ending: Ending): boolean {
  return isTransportError(ending) ? ending.sent === "unknown" : !isThrottled(ending);
}

function isThrottled(ending: Ending): boolean {
  return !isTransportError(ending) && ending.status === 429;
}

/** An observer gets the status alone: bodies hold people's data. */
function facts(ending: Ending): Failure {
  return isTransportError(ending) ? ending : { status: ending.status };
}

/** A status is a value here; only the client makes an error of it. */
function answer(ending: Ending): GraphResponse {
  if (isTransportError(ending)) throw ending;
  return ending;
}
