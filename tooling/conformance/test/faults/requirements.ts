/** What must hold between a caller and the service, why, and the tests that show it. */
export interface Requirement {
  readonly id: string;
  readonly must: string;
  /** Where the fact behind it is public, where it is. */
  readonly source?: string;
  /** A file below the root, and the title of a test in it. */
  readonly shownBy: readonly (readonly [file: string, title: string])[];
}

const retry = "packages/plugin-retry/test/retry.test.ts";
const budget = "packages/plugin-retry/test/retry-budget.test.ts";
const throttle = "packages/plugin-retry/test/throttle.test.ts";
const limits = "packages/plugin-retry/test/limits.test.ts";
const single = "packages/plugin-retry/test/one-at-a-time.test.ts";
const wired = "tooling/conformance/test/retry.test.ts";
const client = "tooling/conformance/test/faults/client.test.ts";
const sockets = "tooling/conformance/test/faults/socket-faults.ts";
const addresses = "tooling/conformance/test/faults/address-faults.ts";
const tokens = "tooling/conformance/test/faults/token-faults.ts";
const secrets = "tooling/conformance/test/faults/secrets.test.ts";
const toxic = "tooling/conformance/test/faults/toxic-network.test.ts";
const tls = "tooling/conformance/test/tls.test.ts";
const errors = "packages/core/test/errors/graph-service-error.test.ts";
const batch = "packages/core/test/batch/batch.test.ts";
const pages = "packages/core/test/client/pages.test.ts";
const bearerFrom = "packages/core/test/auth/bearer-from.test.ts";
const bodies = "packages/testing/src/transport-cases/body-cases.ts";
const connections = "packages/testing/src/transport-cases/connection-cases.ts";
const pool = "packages/transport-node-http/test/pool.test.ts";
const proxies = "packages/transport-node-http/test/proxy.test.ts";
const requests = "packages/testing/src/transport-cases/request-cases.ts";
const broken = "packages/testing/src/transport-cases/fault-cases.ts";
const pluginRules = "packages/testing/src/plugin-cases/resource-cases.ts";

const throttling = "https://learn.microsoft.com/graph/throttling";
const practices = "https://learn.microsoft.com/graph/best-practices-concept";

/** The service: how Graph throttles, fails and pages. */
const service: readonly Requirement[] = [
  {
    id: "never too early",
    must: "A call that the service told to wait is not sent sooner, and at most a tenth later.",
    source: throttling,
    shownBy: [
      [wired, "Retry-After is waited for, in seconds and as a date"],
      [budget, "that were asked for are never shorter, at most a tenth longer, and leave room for the attempt"],
    ],
  },
  {
    id: "429 without a time",
    must: "A 429 that says no time is waited for with full jitter, from one second on.",
    source: throttling,
    shownBy: [
      [retry, "of our own doubles from a quarter of a second, from one second after a 429"],
      [throttle, "that says nothing of the time holds back for up to a second, and longer each time"],
    ],
  },
  {
    id: "strict Retry-After",
    must: "Retry-After is whole seconds or an IMF-fixdate; everything else, and 0 and the past, is as good as absent.",
    source: "https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3",
    shownBy: [
      ["packages/core/test/wire/retry-after.test.ts", "every whole second of a date is read back"],
      [retry, "is our own where Retry-After is %j: never no wait at all"],
      [wired, "Retry-After: %s makes no hot loop"],
    ],
  },
  {
    id: "longer than a timer",
    must: "No wait overflows a timer: what is too long for the call fails it at once, with retryAfterMs on the error.",
    shownBy: [
      [retry, "may be longer than a timer can count, and is not cut short"],
      [wired, "a wait longer than the call may take fails it at once and says how long"],
      ["tooling/conformance/test/faults/throttle-faults.ts", "429 with Retry-After: 99999999 overflows no timer"],
    ],
  },
  {
    id: "new connection after 503",
    must: "A retry after 503 or 504 goes over a new connection.",
    source: practices,
    shownBy: [
      [
        "packages/transport-node-http/test/node-http-transport.test.ts",
        "gives up the connection that answered %s, so that a retry has a new one",
      ],
    ],
  },
  {
    id: "one rule of repeating",
    must: "What may be sent twice is one table: reads and idempotent writes after passing faults, other writes after 429 or where no byte left.",
    shownBy: [
      ["packages/core/test/pipeline/may-repeat.test.ts", "what may be sent again"],
      [retry, "after %s"],
      [client, "%s is sent once, whatever it meets but a 429"],
      [wired, "a write that must not be repeated is sent once, whatever befalls it"],
    ],
  },
  {
    id: "unknown fate",
    must: "A write whose fate is unknown says so; a DELETE that finds nothing the second time has succeeded.",
    shownBy: [
      [retry, "a write of unknown fate is not, and says so"],
      [wired, "a DELETE that was done unseen, and then finds nothing, has succeeded"],
      ["packages/core/test/client/deadline.test.ts", "is ambiguous where it ends in flight"],
    ],
  },
  {
    id: "creating twice",
    must: "Creating is never repeated after 404 or 5xx; finding or creating is a function of its own.",
    shownBy: [
      [client, "%s is sent once, whatever it meets but a 429"],
      [
        "packages/core/test/client/functions.test.ts",
        "finds the job of a template, also where its template was renamed",
      ],
    ],
  },
  {
    id: "dead service",
    must: "A service that only fails gets 1.1 times the load at most, per identity and origin.",
    shownBy: [
      [budget, "gets at most 1.1 times the load, however the calls come"],
      [budget, "is one for all clients of an identity at an origin, and another for each other identity"],
    ],
  },
  {
    id: "shared gate",
    must: "A 429 holds back every call of its identity, then one goes first, and the rest as a ramp.",
    source: throttling,
    shownBy: [
      [throttle, "holds back all calls of the identity for as long as the service says"],
      [throttle, "one goes first; each answer makes room for one more; all in the order of arrival"],
      [wired, "a 429 of one call holds back the next one"],
    ],
  },
  {
    id: "slow down before",
    must: "x-ms-throttle-limit-percentage of 0.8 or more slows down before the 429; scope and information reach observers.",
    source: "https://learn.microsoft.com/graph/throttling-limits",
    shownBy: [
      [throttle, "slows down before the 429 at %s"],
      [throttle, "brings the rate of the last ten seconds down to seven tenths, and is forgotten ten seconds after"],
      [throttle, "hear of each 429 and of each request that has to wait"],
    ],
  },
  {
    id: "documented limits",
    must: "The limits of single operations are data, held for any span, and can be changed; a bulk upload has 50 operations at most.",
    source: "https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-post-bulkupload",
    shownBy: [
      [limits, "is data, and can be changed, taken away and added"],
      [limits, "holds for any span of the time at which requests arrive, however slow the way"],
      [
        "packages/core/test/client/functions.test.ts",
        "a bulk upload is sent as SCIM, gives its location, and takes 50 operations",
      ],
    ],
  },
  {
    id: "one start",
    must: "A job is started once at a time; the second start waits, and is then sent.",
    source: "https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-start",
    shownBy: [
      [single, "waits for the answer to the first, and is sent then"],
      [single, "does not wait for another job's, nor does another operation of the job"],
    ],
  },
  {
    id: "error bodies",
    must: "Every shape of an error body gives status, codes and ids, nested or broken, and never another error.",
    source: "https://learn.microsoft.com/graph/errors",
    shownBy: [
      [errors, "with codes, ids and words of Graph's envelope"],
      [errors, "from any body at all, and never with a TypeError"],
      [errors, "what the service says is cut at 4,096 characters"],
    ],
  },
  {
    id: "ids of an attempt",
    must: "Each attempt has its own client-request-id and number; the operation's name is the same in all of them.",
    source: practices,
    shownBy: [
      [retry, "is numbered, has its own client-request-id, and is otherwise the same"],
      [client, "a call says who it is once an attempt, and nothing that only Microsoft's clients say"],
    ],
  },
  {
    id: "user agent",
    must: "Over node:http a request says graph-sync in User-Agent, or what its caller says, and never SdkVersion.",
    source: "https://learn.microsoft.com/graph/best-practices-concept",
    shownBy: [
      ["packages/transport-node-http/test/node-http-transport.test.ts", "says who it is, unless the caller says it"],
      [client, "a call says who it is once an attempt, and nothing that only Microsoft's clients say"],
    ],
  },
  {
    id: "whose answer",
    must: "An answer with another request's id is none, nor is a success without one from an origin that echoes.",
    source: "https://www.cve.org/CVERecord?id=CVE-2026-48931",
    shownBy: [
      [connections, "refuses an answer that echoes another request's id, and gives up its connection"],
      [
        connections,
        "refuses a success without the echo from an origin that has echoed, and takes a failure without it",
      ],
      [sockets, "an extra answer on a kept-alive socket (CVE-2026-48931) is never the next request's"],
    ],
  },
  {
    id: "batches",
    must: "Of a batch, items that failed are sent again alone after the longest wait; an item without an answer is an error.",
    source: "https://learn.microsoft.com/graph/json-batching",
    shownBy: [
      [batch, "is sent again after the longest wait, alone, and the others keep their results"],
      [batch, "an item without an answer is a typed error; of a write that must not be repeated, an ambiguous one"],
    ],
  },
  {
    id: "opaque links",
    must: "A nextLink is sent byte for byte, with the caller's headers; the same one twice is an error, an empty page is none.",
    source: "https://learn.microsoft.com/graph/paging",
    shownBy: [
      [pages, "are followed to the end, empty ones included, links byte for byte and headers again"],
      [pages, "end with an error where a link comes twice"],
      [client, "a nextLink that leads away is refused before a connection is opened"],
    ],
  },
  {
    id: "claims challenges",
    must: "A claims challenge gets one token with its claims, whatever else is in the header, and never joins a plain renewal.",
    source: "https://learn.microsoft.com/entra/identity-platform/claims-challenge",
    shownBy: [
      [bearerFrom, "with a challenge does not join a renewal that knows nothing of its claims"],
      [bearerFrom, "is not sent a third time"],
      [tokens, "a claims challenge that arrives while a renewal is under way gets a token with its claims"],
    ],
  },
  {
    id: "nothing where nothing is",
    must: "An answer without a body is void; a body that a 204 must not have costs the connection, never another answer.",
    shownBy: [
      [bodies, "ends a 204 with its headers, coding or not"],
      [bodies, "ends a 204 that announces a body, and holds no connection that waits for it"],
      [client, "a body that a 204 must not have is never the next request's answer"],
    ],
  },
  {
    id: "codings and text",
    must: "gzip, deflate and br are undone, another coding is an error, text is UTF-8 or an error, one byte order mark is dropped.",
    shownBy: [
      [bodies, "refuses a content coding that it cannot undo"],
      [bodies, "refuses a body that is not UTF-8"],
      [bodies, "joins characters that were split between chunks"],
      [bodies, "strips one byte order mark"],
    ],
  },
];

/** Classes of vulnerabilities, where clients have had them. */
const vulnerabilities: readonly Requirement[] = [
  {
    id: "redirects",
    must: "No redirect is followed, so neither token nor body goes elsewhere, and no POST becomes a GET.",
    shownBy: [
      [connections, "never follows a redirect: it is an answer"],
      [addresses, "a 307 to another origin on PUT secrets is an error: neither the secret nor a header goes there"],
      [addresses, "a 302 on a POST is an error and never becomes a GET that succeeds"],
    ],
  },
  {
    id: "links that lead away",
    must: "An address from the wire must parse to the configured origin and a Graph path before a connection is opened.",
    shownBy: [
      [client, "a nextLink that leads away is refused before a connection is opened"],
      [pages, "nor is an address that a plugin made"],
    ],
  },
  {
    id: "no blank token",
    must: "Without a usable token nothing is sent, and what cannot be a token is refused without being shown.",
    shownBy: [
      ["packages/core/test/auth/bearer.test.ts", "refuses what cannot be a token: %j"],
      [tokens, "a token with a line break is refused before anything is sent, by an error that does not show it"],
    ],
  },
  {
    id: "header injection",
    must: "Names and values of headers are judged before the platform sees them; no error shows a value.",
    shownBy: [[requests, "refuses headers that could break the framing, and never shows a value"]],
  },
  {
    id: "path traversal",
    must: "An id is one segment of the path or is refused.",
    shownBy: [
      [
        addresses,
        "an id of . or .., encoded or not, is refused or stays one segment of the path; nothing else is asked for",
      ],
      ["packages/core/test/client/bad-input.test.ts", "an id of 256 characters is not too long"],
    ],
  },
  {
    id: "cached for another",
    must: "No kept answer crosses identities, and half an answer is not kept.",
    shownBy: [
      [
        "packages/plugin-cache/test/kept.test.ts",
        "one identity's answer is never given to another, though they share the plugin",
      ],
      ["packages/plugin-cache/test/kept.test.ts", "a compressed answer is only after it parsed"],
    ],
  },
  {
    id: "prototype pollution",
    must: "A header called __proto__ is only a header.",
    shownBy: [[connections, "gives status and headers as plain data, names in lower case, repeated ones joined"]],
  },
  {
    id: "unbounded answers",
    must: "Bodies have a limit in decoded bytes that counts while they come; two codings at most; headers have an end.",
    shownBy: [
      [bodies, "counts decoded bytes, so that a small packet cannot become a large body"],
      [bodies, "refuses more than two content codings"],
      [broken, "stops a body that does not end"],
      [broken, "stops headers that do not end"],
      [sockets, "194 kB of gzip that become 200 MB end at the limit of decoded bytes, not in memory"],
    ],
  },
  {
    id: "deep answers",
    must: "An answer that is nested without end breaks nothing.",
    shownBy: [[errors, "from a body that is nested without end"]],
  },
  {
    id: "linear reading",
    must: "Headers are judged in linear time.",
    shownBy: [["packages/core/test/wire/wire.test.ts", "is linear: a value of a million blanks is judged at once"]],
  },
  {
    id: "secrets in errors",
    must: "An error holds no request, and a log of it no header.",
    shownBy: [
      [errors, "whose headers are there, but not in what a log prints"],
      [
        "packages/core/test/auth/bearer.test.ts",
        "never shows a token, neither in an error nor when the plugin is printed",
      ],
      [secrets, "%s shows no token and no secret: not in its error, not to observers, not in the client"],
    ],
  },
  {
    id: "dead kept-alive connection",
    must: "A kept-alive connection that died is not the caller's fault: what may be repeated is sent once more.",
    source: "https://www.rfc-editor.org/rfc/rfc9112#section-9.3.1",
    shownBy: [
      [connections, "says that a connection which died had served before"],
      [sockets, "idle sockets that die after each answer cost no read, and no write is done twice"],
      [toxic, "a connection that is %s costs no read, and no write is done twice or half believed"],
    ],
  },
  {
    id: "hung connections",
    must: "Connect, headers, idle body and the whole call each have a limit.",
    shownBy: [
      [
        "packages/testing/src/transport-cases/abort-cases.ts",
        "ends where the headers take longer than headersTimeoutMs",
      ],
      [
        "packages/testing/src/transport-cases/abort-cases.ts",
        "ends where the body pauses for longer than idleTimeoutMs",
      ],
      [client, "the deadline ends a body that never pauses long enough to be idle, and its connection"],
    ],
  },
  {
    id: "unread bodies",
    must: "A body that nobody asks for is read or given up.",
    shownBy: [[sockets, "bodies that nobody asks for are read or given up"]],
  },
  {
    id: "aborts",
    must: "An abort ends a call at once in any phase, and leaves no socket, timer or listener.",
    shownBy: [
      [client, "while it waits %s ends the call at once and leaves nothing"],
      [client, "while it is held back behind a 429 of another call ends it at once, and nothing of it is sent"],
      [client, "between pages ends the loop, and the next page is not asked for"],
      [retry, "during any wait ends the call at once and leaves nothing behind"],
      [throttle, "rejects at once, frees the place, and leaves no timer and no listener"],
      [pluginRules, "leaves no timer"],
    ],
  },
  {
    id: "TLS",
    must: "A server that nobody vouches for is refused before anything is sent, and the error names the host.",
    shownBy: [
      [tls, "%s is refused before anything is sent"],
      ["packages/transport-node-http/test/tls.test.ts", "is refused for another name"],
      ["packages/transport-node-http/test/tls.test.ts", "is refused under TLS 1.1"],
    ],
  },
  {
    id: "bounded connections",
    must: "Connections to an origin have a number and an age, and one that says something unasked is closed.",
    shownBy: [
      [pool, "is not used again once it is older than maxSocketAgeMs, and is closed"],
      [pool, "is one of maxFreeSockets at the most"],
      [pool, "is closed when the service says something that nobody asked for"],
    ],
  },
  {
    id: "proxies",
    must: "A proxy sees the host alone, and the token never reaches it.",
    shownBy: [
      [proxies, "is reached by CONNECT, and the proxy sees its host and nothing of the request"],
      [proxies, "user and password go to the proxy alone, decoded"],
    ],
  },
  {
    id: "renewals in the background",
    must: "A renewal that fails beside the calls is a handled promise, and fails none of them.",
    shownBy: [
      [bearerFrom, "fails no call while it is good, though its renewal fails for 40 minutes"],
      [tokens, "a renewal that meets a 503 fails no call while the token is good, neither the first nor the next ones"],
    ],
  },
];

export const requirements: readonly Requirement[] = [...service, ...vulnerabilities];
