import type { User } from "../model/user.ts";
import type { WithEntityQuery } from "./inputs.ts";
import type { Operation } from "./operation.ts";

/** The object id of a user, or a user principal name without `#` (a guest is named by id). */
export interface WithUser {
  /** The object id, or the user principal name. */
  readonly userId: string;
}

/**
 * One user, as the source of a mapping sees it.
 * https://learn.microsoft.com/graph/api/user-get
 */
export const getUser: Operation<"users.get", WithUser & WithEntityQuery<User, "manager">, User> = {
  id: "users.get",
  method: "GET",
  path: "/users/{userId}",
  repeat: "safe",
  status: 200,
  keep: "stable",
  evidence: "documented",
};
