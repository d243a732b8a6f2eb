import { Refusal } from '../session/refusal/index.ts';
import type { SavedPoint } from './log.ts';

/** The tree of points, and which one the machines stand at. Nothing is ever taken out of it. */
export class History {
  readonly #points = new Map<number, SavedPoint>();
  /** Of each point, the child that was left last: where redo goes. */
  readonly #next = new Map<number, number>();
  #head = 0;

  constructor(points: readonly SavedPoint[] = [], head = 0) {
    for (const point of points) {
      this.#points.set(point.number, point);
      if (point.parent !== undefined) this.#next.set(point.parent, point.number);
    }
    this.goTo(head);
  }

  get head(): number {
    return this.#head;
  }
  /** In order of number. */
  get points(): readonly SavedPoint[] {
    return [...this.#points.values()];
  }
  get nextNumber(): number {
    return Math.max(-1, ...this.#points.keys()) + 1;
  }
  has(number: number): boolean {
    return this.#points.has(number);
  }
  /** Throws an Error when there is none. */
  point(number: number): SavedPoint {
    const point = this.#points.get(number);
    if (point === undefined) throw new Refusal('points.none', { number });
    return point;
  }

  /** Adds a point after the head and stands at it. */
  add(point: Omit<SavedPoint, 'number' | 'parent'>): SavedPoint {
    const number = this.nextNumber;
    const made: SavedPoint = { ...point, number, ...(number === 0 ? {} : { parent: this.#head }) };
    this.#points.set(number, made);
    this.goTo(number);
    return made;
  }
  /** Puts a changed point in the place of the one with its number. */
  replace(point: SavedPoint): void {
    this.#points.set(point.number, point);
  }

  /** Stands at another point; the way to it is the way that redo takes. */
  goTo(number: number): void {
    this.#head = number;
    for (let at = this.#points.get(number); at?.parent !== undefined; at = this.#points.get(at.parent))
      this.#next.set(at.parent, at.number);
  }
  /** Points from the start to `number`, in order. */
  path(number: number): SavedPoint[] {
    const path: SavedPoint[] = [];
    for (let at = this.#points.get(number); at !== undefined; at = at.parent === undefined ? undefined : this.#points.get(at.parent))
      path.push(at);
    return path.reverse();
  }
  /** Whether no point follows this one. */
  isLeaf(number: number): boolean {
    return !this.#next.has(number);
  }
  get undo(): number | undefined {
    return this.#points.get(this.#head)?.parent;
  }
  get redo(): number | undefined {
    return this.#next.get(this.#head);
  }
}
