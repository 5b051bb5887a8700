import { BalanceError } from "@openbalance/http";
import { checkAccount, type BalanceAccount } from "../model/account.ts";
import type { BalanceSnapshot } from "../model/balance.ts";
import type { ReadBounds } from "./read-options.ts";
import { ReadQueue } from "./read-queue.ts";
import { readResult, type BalanceResult } from "./read-result.ts";

/** A result of a stream, with the place of its account in the source, from 0. */
export type StreamedResult<Snapshot extends BalanceSnapshot = BalanceSnapshot> = BalanceResult<Snapshot> & {
  readonly index: number;
};

/** Where the accounts of a stream come from. */
export type AccountSource<Snapshot extends BalanceSnapshot> =
  | Iterator<BalanceAccount<Snapshot>>
  | AsyncIterator<BalanceAccount<Snapshot>>;

/** Reads accounts while their results are taken, and never holds more of them than are read or wait for their turn. */
export class BalanceStream<Snapshot extends BalanceSnapshot> implements AsyncIterableIterator<
  StreamedResult<Snapshot>,
  undefined
> {
  readonly #source: AccountSource<Snapshot>;
  readonly #concurrency: number;
  readonly #bounds: ReadBounds;
  readonly #controller = new AbortController();
  readonly #finished: StreamedResult<Snapshot>[] = [];
  /** Those of each read: it is given up when the stream is left, too. */
  readonly #readBounds: ReadBounds;
  readonly #queue: ReadQueue;
  #taken = 0;
  #isPulling = false;
  #isDrained = false;
  #isClosed = false;
  #failure: { readonly error: unknown } | undefined;
  #changed = Promise.withResolvers<void>();

  constructor(source: AccountSource<Snapshot>, concurrency: number, bounds: ReadBounds) {
    this.#source = source;
    this.#concurrency = concurrency;
    this.#bounds = bounds;
    this.#readBounds = { ...bounds, signal: this.#controller.signal };
    this.#queue = new ReadQueue(concurrency, this.#readBounds, () => {
      this.#fill();
      this.#wake();
    });
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
      const ending = this.#queue.size === 0 ? this.#ending() : undefined;
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
    if (this.#isPulling || this.#isDrained || this.#isClosed || !this.#queue.hasRoom) return;
    if (this.#queue.running + this.#finished.length >= this.#concurrency) return;
    if (this.#cutShort() !== undefined) return;
    this.#isPulling = true;
    void this.#pull();
  }

  async #pull(): Promise<void> {
    try {
      const { done, value: account } = await this.#source.next();
      if (done === true) this.#isDrained = true;
      else this.#add(account);
    } catch (error) {
      this.#failure = { error };
    }
    this.#isPulling = false;
    if (this.#failure === undefined) this.#fill();
    this.#wake();
  }

  #add(account: BalanceAccount<Snapshot>): void {
    if (this.#isClosed) return;
    const index = this.#taken;
    this.#taken += 1;
    checkAccount(`accounts[${index}]`, account);
    this.#queue.add(account, async () => this.#read(account, index));
  }

  async #read(account: BalanceAccount<Snapshot>, index: number): Promise<void> {
    try {
      const result = await readResult(account, this.#readBounds);
      this.#finished.push({ ...result, index });
    } catch (error) {
      this.#failure ??= { error };
    }
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
    while (this.#queue.size > 0) await this.#change();
    this.#queue.close();
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
    const { promise } = this.#changed;
    const leftMs = this.#bounds.endsAtMs - performance.now();
    // It may fire before the time is over, by as long as what ran meanwhile, and is then set again.
    const wake = (): void => this.#wake();
    const timer = leftMs < Infinity ? setTimeout(wake, Math.max(1, Math.ceil(leftMs))) : undefined;
    await promise;
    clearTimeout(timer);
  }
}
