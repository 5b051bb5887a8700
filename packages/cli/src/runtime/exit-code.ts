/** What the process ends with. Scripts rely on them: a meaning never moves to another number. */
export const exitCodes = {
  fine: 0,
  below: 1,
  usage: 2,
  credentials: 3,
  unknown: 4,
  internal: 70,
  output: 74,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What a command ends with that lost something it was to write. What says more stays: a verdict, a mistake, a signal. */
export function exitCodeAfterLoss(exitCode: number): number {
  const saysLess: readonly number[] = [exitCodes.fine, exitCodes.credentials, exitCodes.unknown];
  return saysLess.includes(exitCode) ? exitCodes.output : exitCode;
}

/** The table of the help and of the documentation. */
export const exitCodeMeanings: readonly (readonly [code: string, meaning: string])[] = [
  ["0", "everything was read, and nothing is below a threshold"],
  ["1", "guard: a balance is below its threshold, or the vendor refuses calls"],
  ["2", "the command line or the configuration is wrong, or no vendor is configured"],
  ["3", "a credential is missing, malformed, refused or may not do this"],
  ["4", "a vendor could not be reached or understood, or a balance is not known"],
  ["70", "a fault in openbalance itself; please report it"],
  ["74", "the output, a page or readings could not be written, for instance to a full disk"],
  ["128 + n", "ended by signal n: 130 after Ctrl-C, 143 after SIGTERM (watch and serve end with 0)"],
];
