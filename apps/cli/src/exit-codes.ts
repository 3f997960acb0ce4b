/** The exit codes of the program. They are a promise: scripts branch on them. The README and `--help` list them. */
export const exitCodes = {
  /** Everything that was asked for was done. */
  ok: 0,
  /** The service or the network failed, or only a part could be done. */
  failed: 1,
  /** The command line is wrong; nothing was changed. */
  usage: 2,
  /** There is no token, or the service does not accept it (401). */
  notSignedIn: 3,
  /** The token is good, but may not do this (403). */
  forbidden: 4,
  /** The service does not know the id (404). */
  notFound: 5,
  /** A person was asked, and did not say yes; nothing was changed. */
  declined: 6,
  /** The terminal was closed, as shells number it: 128 + SIGHUP. */
  hungUp: 129,
  /** Ctrl-C: 128 + SIGINT. */
  interrupted: 130,
  /** `kill`, `timeout`, or a system that stops its services: 128 + SIGTERM. */
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** For the end of `--help`. */
export const exitCodesHelp = `Exit codes:
  0    everything that was asked for was done
  1    the service or the network failed, or only a part could be done
  2    the command line is wrong; nothing was changed
  3    no token, or the service does not accept it (401)
  4    the token may not do this (403)
  5    the id is not known (404)
  6    asked whether to go on, and not told yes
  129  ended by a closed terminal (SIGHUP)
  130  interrupted by Ctrl-C (SIGINT)
  143  ended by kill or timeout (SIGTERM)`;
