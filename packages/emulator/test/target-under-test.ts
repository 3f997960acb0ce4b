/** A job's target in memory: it answers each request by a function, and remembers what was asked. */
export interface Target {
  readonly fetch: typeof globalThis.fetch;
  readonly requests: Request[];
}

/** A target that answers so. */
export function target(answer: (request: Request) => Response | Promise<Response>): Target {
  const requests: Request[] = [];
  return {
    requests,
    async fetch(input, init) {
      const request = new Request(input, init);
      requests.push(request.clone());
      return answer(request);
    },
  };
}

/** A SCIM list, https://www.rfc-editor.org/rfc/rfc7644#section-3.4.2 */
export function scimList(resources: readonly object[] = []): Response {
  const schemas = ["urn:ietf:params:scim:api:messages:2.0:ListResponse"];
  return Response.json({ schemas, totalResults: resources.length, Resources: resources });
}

/** What a test signs in to the target with. */
export const credentials = [
  { key: "BaseAddress", value: "https://scim.example/v2/?aadOptscim062020" },
  { key: "SecretToken", value: "s3cr3t" },
];
