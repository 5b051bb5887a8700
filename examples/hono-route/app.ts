import { readBalances, type BalanceAccount, type BalanceReport } from "@openbalance/normalize";
import { Hono } from "hono";

interface Reading {
  readonly report: BalanceReport;
  readonly readAtMs: number;
}

/** Answers `GET /balances`. However many ask at once, the vendors are read at most once in `freshForMs`. */
export function createApp(accounts: readonly BalanceAccount[], freshForMs = 60_000): Hono {
  const app = new Hono();
  let last: Reading | undefined;
  let underWay: Promise<Reading> | undefined;

  async function read(): Promise<Reading> {
    const report = await readBalances(accounts, { timeoutMs: 10_000 });
    return { report, readAtMs: Date.now() };
  }

  async function current(): Promise<Reading> {
    if (last !== undefined && Date.now() - last.readAtMs < freshForMs) return last;
    underWay ??= read().finally(() => (underWay = undefined));
    const reading = await underWay;
    // A reading with gaps is handed out, but the next request tries again.
    last = reading.report.complete ? reading : undefined;
    return reading;
  }

  app.get("/balances", async (context) => {
    const { report, readAtMs } = await current();
    const ageSeconds = Math.floor((Date.now() - readAtMs) / 1_000);
    context.header("cache-control", `private, max-age=${Math.floor(freshForMs / 1_000)}`);
    context.header("age", String(ageSeconds));
    const balances = report.results.map((result) =>
      result.ok
        ? { ...result.account, balances: result.snapshot.balances }
        : { ...result.account, error: { code: result.error.code, retryable: result.error.retryable } },
    );
    return context.json({ complete: report.complete, balances }, report.complete ? 200 : 207);
  });
  return app;
}
