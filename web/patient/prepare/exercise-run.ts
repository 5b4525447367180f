// How each way back to calm moves: which line stands, when the next comes, and how long it was truly practised. Out of sight it
// rests. Clock and timers are handed in.
import type { Timers } from '#web/kit/surroundings.ts';
import { inMs, outMs } from '#web/patient/session/breath.ts';

export interface Course {
  /** How long each line stays before the next comes by itself, or until a tap. */
  readonly stays: readonly (number | 'until-tapped')[];
  /** After the last line the first comes again, until the person stops. */
  readonly goesRound?: true;
}

/** Two slow breaths at each place of the body, and one for each saying of the own words. */
const breathMs = inMs + outMs;
export const courses = {
  'paced-breathing': { stays: [inMs, outMs], goesRound: true },
  'five-senses': { stays: Array<'until-tapped'>(5).fill('until-tapped') },
  'body-scan': { stays: Array<number>(7).fill(2 * breathMs) },
  'anchor-phrase': { stays: Array<number>(6).fill(breathMs) },
} as const satisfies Record<string, Course>;

export interface RunState {
  readonly line: number;
  /** How often a line began, the same one anew counted too. */
  readonly begun: number;
  /** How often it came in sight: each time the drawing starts again with it. */
  readonly round: number;
  readonly isSeen: boolean;
}

export interface RunPorts {
  readonly steadyNow: () => number;
  readonly timers: Pick<Timers, 'after'>;
}

export class ExerciseRun {
  readonly #course: Course;
  readonly #ports: RunPorts;
  readonly #listeners = new Set<() => void>();
  #state: RunState = { line: 0, begun: 0, round: 0, isSeen: false };
  #practisedMs = 0;
  #seenSince = 0;
  #callOff: (() => void) | undefined;

  constructor(course: Course, ports: RunPorts) {
    this.#course = course;
    this.#ports = ports;
  }

  readonly state = (): RunState => this.#state;

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get isLast(): boolean {
    return this.#course.goesRound !== true && this.#state.line === this.#course.stays.length - 1;
  }

  get seconds(): number {
    const running = this.#state.isSeen ? this.#ports.steadyNow() - this.#seenSince : 0;
    return Math.floor((this.#practisedMs + running) / 1_000);
  }

  /** Seen again, the line that stood begins anew; a breath begins with breathing in. */
  readonly see = (isSeen: boolean): void => {
    if (isSeen === this.#state.isSeen) return;
    const now = this.#ports.steadyNow();
    this.#callOff?.();
    if (!isSeen) {
      this.#practisedMs += now - this.#seenSince;
      this.#become({ isSeen });
      return;
    }
    this.#seenSince = now;
    this.#become({ isSeen, round: this.#state.round + 1 });
    this.#begin(this.#course.goesRound === true ? 0 : this.#state.line, now);
  };

  /** Goes on before its time. */
  readonly next = (): void => {
    if (this.#state.isSeen && !this.isLast) this.#goOn(this.#ports.steadyNow());
  };

  #goOn(at: number): void {
    this.#begin((this.#state.line + 1) % this.#course.stays.length, at);
  }

  /** `at` is when the line was due, not when the timer came: no lateness adds up, and words stay with the drawing. */
  #begin(line: number, at: number): void {
    this.#callOff?.();
    this.#become({ line, begun: this.#state.begun + 1 });
    const stay = this.#course.stays[line];
    if (typeof stay !== 'number' || this.isLast) return;
    const { steadyNow, timers } = this.#ports;
    this.#callOff = timers.after(Math.max(0, at + stay - steadyNow()), () => this.#goOn(at + stay));
  }

  #become(change: Partial<RunState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
