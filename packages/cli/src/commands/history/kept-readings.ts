import type { AccountFlags } from "../../accounts/account-flags.ts";
import { ReadingScan } from "../../readings/reading-scan.ts";
import type { TimedReading } from "../../readings/reading.ts";
import { errorCode } from "../../runtime/error-code.ts";
import { UsageError } from "../../runtime/usage-error.ts";

/** What was kept of the accounts that are asked for, as often as it is wanted. */
export class KeptReadings {
  readonly folder: string;
  /** Lines that are no readings, as of the last time. */
  damagedLines = 0;
  /** Readings that were kept out of order. */
  lateReadings = 0;
  readonly #since: Date;
  readonly #vendors: ReadonlySet<string>;
  readonly #accounts: ReadonlySet<string>;

  constructor(folder: string, startMs: number, flags: Pick<AccountFlags, "vendor" | "account">) {
    this.folder = folder;
    this.#since = new Date(startMs);
    this.#vendors = new Set(flags.vendor);
    this.#accounts = new Set(flags.account);
  }

  /** The readings, oldest first, some thousand at a time. Throws `UsageError` when they cannot be read. */
  async *readings(): AsyncGenerator<readonly TimedReading[], undefined> {
    const scan = new ReadingScan(this.folder, this.#since);
    try {
      for await (const batch of scan) {
        const isAll = this.#vendors.size === 0 && this.#accounts.size === 0;
        yield isAll ? batch : batch.filter(({ reading }) => this.#isWanted(reading));
      }
    } catch (error) {
      throw new UsageError(`the readings in ${this.folder} cannot be read (${errorCode(error)})`, {
        cause: error,
      });
    }
    this.damagedLines = scan.damagedLines;
    this.lateReadings = scan.lateReadings;
    return undefined;
  }

  #isWanted({ vendor, account }: TimedReading["reading"]): boolean {
    return (
      (this.#vendors.size === 0 || this.#vendors.has(vendor)) &&
      (this.#accounts.size === 0 || this.#accounts.has(account))
    );
  }
}

/** What was left out of what was read, one line for each reason. */
export function describeLeftOut({ folder, damagedLines, lateReadings }: KeptReadings): readonly string[] {
  const lines = damagedLines === 1 ? "1 line" : `${damagedLines} lines`;
  const why = damagedLines === 1 ? "was left out: it is no reading" : "were left out: they are no readings";
  const late = lateReadings === 1 ? "1 reading" : `${lateReadings} readings`;
  return [
    ...(damagedLines === 0 ? [] : [`${lines} in ${folder} ${why}`]),
    ...(lateReadings === 0
      ? []
      : [`${late} in ${folder} left out: kept thousands of readings after later ones`]),
  ];
}
