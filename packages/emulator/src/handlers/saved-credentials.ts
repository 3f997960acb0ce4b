import { savedCredentials } from "../store/secrets.ts";
import type { Credentials } from "../target/credentials.ts";
import type { Call } from "./handler.ts";

/** What an app has saved to sign in to its target with; nothing where it has no service principal. */
export async function savedCredentialsOf({
  db,
  vault,
  owner,
}: Pick<Call<"jobs.get">, "db" | "vault" | "owner">): Promise<Credentials> {
  const { servicePrincipalId } = await owner();
  return servicePrincipalId === undefined ? new Map() : savedCredentials(db, vault, servicePrincipalId);
}
