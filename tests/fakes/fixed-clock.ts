/** A clock that stands where it is put and moves only when it is told. */
import type { Clock, Moment } from "../../src/base/clock.ts";

export class FixedClock implements Clock {
  #wallMs: number;
  #monotonicMs = 0;
  readonly #originMs: number;

  constructor(utc = "2026-11-21T11:14:07.000Z") {
    this.#wallMs = Date.parse(utc);
    this.#originMs = this.#wallMs;
  }

  now(): Moment {
    return {
      utc: new Date(this.#wallMs).toISOString(),
      offsetMinutes: 480,
      zone: "Asia/Taipei",
      monotonicMs: this.#monotonicMs,
      timeOriginMs: this.#originMs,
    };
  }

  pass(milliseconds: number): void {
    this.#wallMs += milliseconds;
    this.#monotonicMs += milliseconds;
  }

  /** Somebody sets the wall clock; the monotonic one cannot be set. */
  set(utc: string): void {
    this.#wallMs = Date.parse(utc);
  }
}
