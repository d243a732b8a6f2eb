import type { Session } from '../../cli/machine/session.ts';
import type { World } from '../../engine/world/index.ts';
import type { Difference, TimelinePoint, Turn } from '../session/timeline.ts';
import type { LabView } from '../session/view/index.ts';
import { differences } from './compare.ts';
import type { SavedPoint } from './log.ts';
import { timeOf } from './ticks.ts';
import { viewOf } from './view/index.ts';

/** Most differences that a point of the timeline names. */
const NAMED = 6;

/** What a point leaves behind: what pictures showed there, and the world as a value. */
export interface Moment {
  readonly view: LabView;
  readonly world: World;
}

/** What is known of the points by their numbers: it follows from the log, and is never saved. */
export class Moments {
  readonly #moments = new Map<number, Moment>();
  readonly #turns = new Map<number, Turn>();
  readonly #changes = new Map<number, readonly Difference[]>();

  /** Takes over what `other` knows. */
  adopt(other: Moments): void {
    for (const [number, moment] of other.#moments) this.#moments.set(number, moment);
    for (const [number, turn] of other.#turns) this.#turns.set(number, turn);
    for (const [number, changes] of other.#changes) this.#changes.set(number, changes);
  }

  get(number: number): Moment | undefined {
    return this.#moments.get(number);
  }
  /** What the machines are now belongs to this point. */
  keep({ number, parent }: SavedPoint, session: Session): void {
    const moment = { view: viewOf(session), world: session.simulation.world() };
    this.#moments.set(number, moment);
    const before = parent === undefined ? undefined : this.#moments.get(parent);
    this.#changes.set(number, before === undefined ? [] : differences(before.world, moment.world));
  }

  turn(number: number): Turn | undefined {
    return this.#turns.get(number);
  }
  keepTurn(turn: Turn): void {
    this.#turns.set(turn.number, turn);
  }

  /** A point as the page hears of it. */
  told({ events: _, at, ...point }: SavedPoint): TimelinePoint {
    const changes = this.#changes.get(point.number) ?? [];
    return { ...point, at: timeOf(at), changes: changes.slice(0, NAMED), more: Math.max(0, changes.length - NAMED) };
  }
}
