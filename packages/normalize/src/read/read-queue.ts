import type { BalanceAccount } from "../model/account.ts";
import type { RateLimiter } from "./rate-limiter.ts";
import type { ReadBounds } from "./read-options.ts";
import { sharedLimiter } from "./shared-limiters.ts";

/** How many accounts may wait for the turn of their keys while others are looked for that can be read at once. */
const mostWaiting = 1_000;

interface WaitingRead {
  readonly requests: number;
  /** Never rejects. */
  readonly read: () => Promise<void>;
  /** Whether it ended before its turn came, which is then left to the next. */
  readonly isOver: (() => boolean) | undefined;
}

/** The reads that share one key, in order. */
interface Lane {
  readonly vendor: VendorLanes;
  readonly limiter: RateLimiter | undefined;
  readonly reads: WaitingRead[];
  timer: ReturnType<typeof setTimeout> | undefined;
}

interface VendorLanes {
  readonly name: string;
  running: number;
  /** Those with a read to start, none of which is known to have to wait. */
  readonly ready: Lane[];
}

/** Where reads of many accounts take turns: a bounded number at a time, each key at its pace, each vendor its share. */
export class ReadQueue {
  readonly #concurrency: number;
  readonly #bounds: ReadBounds;
  readonly #onRoom: () => void;
  readonly #vendors = new Map<string, VendorLanes>();
  readonly #lanes = new Map<RateLimiter | string, Lane>();
  #deadline: ReturnType<typeof setTimeout> | undefined;
  #isOpen = false;
  #running = 0;
  #waiting = 0;
  #isCut = false;

  /** `onRoom` is called when a read has ended. */
  constructor(concurrency: number, bounds: ReadBounds, onRoom: () => void) {
    this.#concurrency = concurrency;
    this.#bounds = bounds;
    this.#onRoom = onRoom;
  }

  /** Whether another account could be read at once, unless its key has to wait. */
  get hasRoom(): boolean {
    return this.#isCut || (this.#running < this.#concurrency && this.#waiting < mostWaiting);
  }

  /** How many reads are under way. */
  get running(): number {
    return this.#running;
  }

  /** How many reads were added and have not ended. */
  get size(): number {
    return this.#running + this.#waiting;
  }

  /** Reads when it is the account's turn. Once the bounds are over it is at once, for the read to say so. */
  add(account: BalanceAccount, read: () => Promise<void>, isOver?: () => boolean): void {
    const { vendor, rate, requestsPerRead: requests = 1 } = account;
    if (!this.#isOpen) this.#open();
    if (this.#isCut) return this.#start(this.#lanesOf(vendor), read);
    const limiter = rate && sharedLimiter(rate);
    const lane = this.#lanes.get(limiter ?? vendor) ?? this.#openLane(vendor, limiter);
    lane.reads.push({ requests, read, isOver });
    this.#waiting += 1;
    this.#startReady();
  }

  /** Ends what the queue itself keeps alive; to be called when nothing more is read. */
  close(): void {
    this.#bounds.signal?.removeEventListener("abort", this.#cut);
    clearTimeout(this.#deadline);
    for (const { timer } of this.#lanes.values()) clearTimeout(timer);
    this.#lanes.clear();
    this.#waiting = 0;
  }

  #open(): void {
    this.#isOpen = true;
    const { signal, endsAtMs } = this.#bounds;
    const leftMs = endsAtMs - performance.now();
    if (signal?.aborted || leftMs <= 0) this.#isCut = true;
    else if (leftMs < Infinity) this.#deadline = setTimeout(this.#cut, leftMs);
    signal?.addEventListener("abort", this.#cut);
  }

  #lanesOf(vendor: string): VendorLanes {
    const lanes = this.#vendors.get(vendor) ?? { name: vendor, running: 0, ready: [] };
    this.#vendors.set(vendor, lanes);
    return lanes;
  }

  #openLane(vendor: string, limiter: RateLimiter | undefined): Lane {
    const lane: Lane = { vendor: this.#lanesOf(vendor), limiter, reads: [], timer: undefined };
    this.#lanes.set(limiter ?? vendor, lane);
    lane.vendor.ready.push(lane);
    return lane;
  }

  #startReady(): void {
    while (this.#running < this.#concurrency) {
      const lane = this.#nextVendor()?.ready.shift();
      const next = lane?.reads[0];
      if (lane === undefined || next === undefined) return;
      const isOver = next.isOver?.() ?? false;
      const waitMs = isOver ? 0 : (lane.limiter?.take(next.requests, performance.now()) ?? 0);
      if (waitMs > 0) this.#park(lane, waitMs);
      else this.#startFirst(lane, next);
    }
  }

  #startFirst(lane: Lane, { read }: WaitingRead): void {
    lane.reads.shift();
    this.#waiting -= 1;
    if (lane.reads.length > 0) lane.vendor.ready.push(lane);
    else this.#lanes.delete(lane.limiter ?? lane.vendor.name);
    this.#start(lane.vendor, read);
  }

  /** The one with the fewest reads under way, so that a slow vendor never takes more than its share. */
  #nextVendor(): VendorLanes | undefined {
    let fewest: VendorLanes | undefined;
    for (const vendor of this.#vendors.values()) {
      if (vendor.ready.length > 0 && !(fewest && fewest.running <= vendor.running)) fewest = vendor;
    }
    return fewest;
  }

  #park(lane: Lane, waitMs: number): void {
    lane.timer = setTimeout(() => {
      lane.timer = undefined;
      lane.vendor.ready.push(lane);
      this.#startReady();
    }, Math.ceil(waitMs));
  }

  #start(vendor: VendorLanes, read: () => Promise<void>): void {
    this.#running += 1;
    vendor.running += 1;
    void read().finally(() => {
      this.#running -= 1;
      vendor.running -= 1;
      this.#startReady();
      this.#onRoom();
    });
  }

  /** Starts all that wait: each ends by itself, as one that was not read in time. */
  readonly #cut = (): void => {
    this.#isCut = true;
    const lanes = [...this.#lanes.values()];
    this.#lanes.clear();
    for (const { vendor, reads, timer } of lanes) {
      clearTimeout(timer);
      vendor.ready.length = 0;
      this.#waiting -= reads.length;
      for (const { read } of reads) this.#start(vendor, read);
    }
    this.#onRoom();
  };
}
