const reasons: ReadonlyMap<unknown, string> = new Map([
  ["ECONNREFUSED", "nothing listens there. Start PostgreSQL, or correct the host and the port."],
  ["ENOTFOUND", "the host is not known. Correct its name."],
  ["28P01", "the password is wrong, or the user is not known. Correct them in the address."],
  ["28000", "the server does not let this user in. Correct the address, or the server's pg_hba.conf."],
  ["3D000", "the server has no such database. Make it with createdb, or correct its name."],
  ["42501", "the user lacks a right there. Give it a database that it owns."],
  ["53300", "the server has no connection left. Stop a program that uses it, or raise its max_connections."],
  ["55P03", "another program has held it for 10 seconds. Stop that program."],
]);

/** By the code of the socket or, https://www.postgresql.org/docs/current/errcodes-appendix.html, of the server. */
export function explainPostgres(failure: Error): string {
  const code = "code" in failure ? failure.code : undefined;
  return reasons.get(code) ?? `${failure.message}. Correct the address, or look into the server's log.`;
}
