import type { TimedReading } from "./reading.ts";

/** How many readings later one may have been kept: several processes write, and a clock may be set back a little. */
const width = 4_096;

/** Puts readings into the order of their times, holding back a few thousand of them. */
export class ReadingWindow {
  #held: TimedReading[] = [];
  #givenUntilMs = -Infinity;

  /** Takes a reading. False: it is older than what was given already, and so it is left out. */
  take(reading: TimedReading): boolean {
    const { atMs } = reading;
    if (atMs < this.#givenUntilMs) return false;
    let place = this.#held.length;
    while (place > 0 && (this.#held[place - 1]?.atMs ?? atMs) > atMs) place -= 1;
    if (place === this.#held.length) this.#held.push(reading);
    else this.#held.splice(place, 0, reading);
    return true;
  }

  /** What nothing older will follow, in order. */
  give(): readonly TimedReading[] {
    return this.#held.length < 2 * width ? [] : this.#giveFirst(this.#held.length - width);
  }

  /** All that is left, in order. */
  giveRest(): readonly TimedReading[] {
    return this.#giveFirst(this.#held.length);
  }

  #giveFirst(count: number): readonly TimedReading[] {
    const given = this.#held.slice(0, count);
    this.#held = this.#held.slice(count);
    this.#givenUntilMs = given.at(-1)?.atMs ?? this.#givenUntilMs;
    return given;
  }
}
