import type { Transform } from "node:stream";
import { createDecoders } from "./decoders.ts";

type Piece =
  | { readonly done: false; readonly value: Uint8Array }
  | { readonly done: true; readonly value?: undefined };

interface Reading {
  resolve(piece: Piece): void;
  reject(reason: unknown): void;
}

/** The body of a reply, piece by piece and decompressed: as much of a stream as the exchange uses. */
export class DecodedBody {
  locked = false;
  readonly #onCancel: () => void;
  readonly #pieces: Uint8Array[] = [];
  #decoders: readonly Transform[] = [];
  #resume: (() => void) | undefined;
  #isPaused = false;
  #hasEnded = false;
  #failure: { readonly reason: unknown } | undefined;
  #reading: Reading | undefined;

  constructor(onCancel: () => void) {
    this.#onCancel = onCancel;
  }

  getReader(): this {
    this.locked = true;
    return this;
  }

  read(): Promise<Piece> {
    return new Promise((resolve, reject) => {
      const value = this.#pieces.shift();
      if (value !== undefined) resolve({ done: false, value });
      else if (this.#failure) reject(this.#failure.reason);
      else if (this.#hasEnded) resolve({ done: true });
      else {
        this.#reading = { resolve, reject };
        if (this.#isPaused) {
          this.#isPaused = false;
          this.#resume?.();
        }
      }
    });
  }

  cancel(): Promise<void> {
    this.fail(new TypeError("terminated"));
    this.#onCancel();
    return Promise.resolve();
  }

  /** What comes is coded like this, and goes on after a pause with `resume`. */
  start(contentEncoding: string | null, resume: () => void): void {
    this.#resume = resume;
    this.#decoders = createDecoders(contentEncoding);
    for (const decoder of this.#decoders) {
      decoder.on("error", (cause) => {
        this.fail(new TypeError("terminated", { cause }));
        this.#onCancel();
      });
    }
    const [first, ...others] = this.#decoders;
    others
      .reduce((from, to) => from?.pipe(to), first)
      ?.on("data", (piece: Uint8Array) => this.#give(piece))
      .on("end", () => this.#finish());
  }

  /** Takes a piece as it came, and says whether more may come before somebody has read it. */
  write(chunk: Uint8Array): boolean {
    const [first] = this.#decoders;
    if (first === undefined) this.#give(chunk);
    else if (!first.destroyed) first.write(chunk);
    this.#isPaused = this.#pieces.length > 0;
    return !this.#isPaused;
  }

  end(): void {
    const [first] = this.#decoders;
    if (first === undefined) this.#finish();
    else first.end();
  }

  fail(reason: unknown): void {
    this.#failure ??= { reason };
    for (const decoder of this.#decoders) decoder.destroy();
    this.#reading?.reject(reason);
    this.#reading = undefined;
  }

  #give(value: Uint8Array): void {
    const reading = this.#reading;
    this.#reading = undefined;
    if (reading) reading.resolve({ done: false, value });
    else this.#pieces.push(value);
  }

  #finish(): void {
    this.#hasEnded = true;
    this.#reading?.resolve({ done: true });
    this.#reading = undefined;
  }
}
