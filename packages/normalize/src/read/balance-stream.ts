import { BalanceError } from "@openbalance/http";
import { checkAccount, type BalanceAccount } from "../model/account.ts";
import type { BalanceSnapshot } from "../model/balance.ts";
import type { ReadBounds } from "./read-options.ts";
import { readResult, type BalanceResult } from "./read-result.ts";

/** A result of a stream, with the place of its account in the source, from 0. */
export type StreamedResult<Snapshot extends BalanceSnapshot = BalanceSnapshot> = BalanceResult<Snapshot> & {
  readonly index: number;
};

/** Where the accounts of a stream come from. */
export type AccountSource<Snapshot extends BalanceSnapshot> =
  | Iterator<BalanceAccount<Snapshot>>
  | AsyncIterator<BalanceAccount<Snapshot>>;

/** Reads accounts while their results are taken, and never holds more of them than are read at a time. */
export class BalanceStream<Snapshot extends BalanceSnapshot> implements AsyncIterableIterator<
  StreamedResult<Snapshot>,
  undefined
> {
  readonly #source: AccountSource<Snapshot>;
  readonly #concurrency: number;
  readonly #bounds: ReadBounds;
  readonly #controller = new AbortController();
  readonly #finished: StreamedResult<Snapshot>[] = [];
  #taken = 0;
  #running = 0;
  #isPulling = false;
  #isDrained = false;
  #isClosed = false;
  #failure: { readonly error: unknown } | undefined;
  #changed = Promise.withResolvers<void>();

  constructor(source: AccountSource<Snapshot>, concurrency: number, bounds: ReadBounds) {
    this.#source = source;
    this.#concurrency = concurrency;
    this.#bounds = bounds;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<StreamedResult<Snapshot>, undefined>> {
    if (this.#taken === 0 && !this.#isClosed) this.#bounds.signal?.addEventListener("abort", this.#onAbort);
    for (;;) {
      const result = this.#finished.shift();
      this.#fill();
      if (result !== undefined) return { done: false, value: result };
      if (this.#isClosed) return { done: true, value: undefined };
      const ending = this.#running === 0 ? this.#ending() : undefined;
      if (ending !== undefined) {
        await this.#close();
        if (ending.error !== undefined) throw ending.error;
        return { done: true, value: undefined };
      }
      await this.#change();
    }
  }

  /** Aborts what runs, closes the source and ends the stream; called when a loop is left early. */
  async return(): Promise<IteratorResult<StreamedResult<Snapshot>, undefined>> {
    this.#finished.length = 0;
    await this.#close();
    return { done: true, value: undefined };
  }

  /** Takes the next account when there is room for one; one at a time, as a source may need. */
  #fill(): void {
    const held = this.#running + this.#finished.length;
    if (this.#isPulling || this.#isDrained || this.#isClosed || held >= this.#concurrency) return;
    if (this.#cutShort() !== undefined) return;
    this.#isPulling = true;
    void this.#pull();
  }

  async #pull(): Promise<void> {
    try {
      const { done, value: account } = await this.#source.next();
      if (done === true) this.#isDrained = true;
      else void this.#read(account);
    } catch (error) {
      this.#failure = { error };
    }
    this.#isPulling = false;
    if (this.#failure === undefined) this.#fill();
    this.#wake();
  }

  async #read(account: BalanceAccount<Snapshot>): Promise<void> {
    if (this.#isClosed) return;
    const index = this.#taken;
    this.#taken += 1;
    this.#running += 1;
    try {
      checkAccount(`accounts[${index}]`, account);
      const result = await readResult(account, { ...this.#bounds, signal: this.#controller.signal });
      this.#finished.push({ ...result, index });
    } catch (error) {
      this.#failure ??= { error };
    }
    // In one go with the result, so that an account is never counted both as running and as finished.
    this.#running -= 1;
    this.#wake();
  }

  /** Why nothing more is to come, once nothing runs: without an error when the source is at its end. */
  #ending(): { readonly error?: unknown } | undefined {
    if (this.#failure !== undefined) return this.#failure;
    if (this.#isDrained) return {};
    const error = this.#cutShort();
    return error && { error };
  }

  #cutShort(): BalanceError | undefined {
    const { signal, endsAtMs, timeoutMs } = this.#bounds;
    const vendor = "openbalance";
    if (signal?.aborted) {
      return new BalanceError({ code: "aborted", vendor, message: "openbalance: the stream was aborted" });
    }
    if (performance.now() < endsAtMs) return undefined;
    const message = `openbalance: the ${timeoutMs} ms for all accounts were over before the source was at its end`;
    return new BalanceError({ code: "timeout", retryable: true, vendor, message });
  }

  async #close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#bounds.signal?.removeEventListener("abort", this.#onAbort);
    this.#controller.abort();
    this.#wake();
    const closing = this.#isDrained ? undefined : this.#source.return?.();
    // A source that is still asked for an account may never answer, and then does not close either.
    if (this.#isPulling) Promise.resolve(closing).catch(() => undefined);
    else await closing;
    while (this.#running > 0) await this.#change();
    this.#finished.length = 0;
  }

  readonly #onAbort = (): void => {
    this.#controller.abort();
    this.#wake();
  };

  #wake(): void {
    this.#changed.resolve();
    this.#changed = Promise.withResolvers<void>();
  }

  /** Waits for an account, a result, an abort or the deadline. */
  async #change(): Promise<void> {
    const { promise, resolve } = this.#changed;
    const leftMs = this.#bounds.endsAtMs - performance.now();
    const timer = leftMs > 0 && leftMs < Infinity ? setTimeout(resolve, Math.ceil(leftMs)) : undefined;
    await promise;
    clearTimeout(timer);
  }
}
