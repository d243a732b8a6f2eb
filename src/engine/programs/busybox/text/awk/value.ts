import { HashTable } from './hash.ts';
import { parseNumberPrefix } from './number.ts';

/** A string from outside (a field, an argument): it compares as a number when it looks like one. */
export class UserText {
  readonly text: string;
  #number: number | undefined;
  #numeric = false;

  constructor(text: string) {
    this.text = text;
  }
  get number(): number {
    if (this.#number === undefined) {
      const { value, length } = parseNumberPrefix(this.text);
      this.#number = value;
      this.#numeric = this.text !== '' && length > 0 && /^[ \t]*$/.test(this.text.slice(length));
    }
    return this.#number;
  }
  get isNumeric(): boolean {
    return !Number.isNaN(this.number) && this.#numeric;
  }
}

/** What a variable holds; undefined for one that was never set. */
export type Value = number | string | UserText | undefined;

export type AwkArray = HashTable<Value>;

/** A variable. A parameter that is used as an array is the array of the variable it was called with. */
export class Cell {
  value: Value = undefined;
  parent: Cell | undefined;
  #array: AwkArray | undefined;

  get array(): AwkArray {
    if (this.parent !== undefined) return this.parent.array;
    return (this.#array ??= new HashTable<Value>());
  }
  get isArray(): boolean {
    return this.parent !== undefined ? this.parent.isArray : this.#array !== undefined;
  }
}

export function toNumber(value: Value): number {
  if (typeof value === 'number') return value;
  if (value === undefined) return 0;
  return value instanceof UserText ? value.number : parseNumberPrefix(value).value;
}

/** Whether a value compares as a number. */
export function isNumeric(value: Value): boolean {
  if (typeof value === 'string') return false;
  return value instanceof UserText ? value.isNumeric : true;
}

export function isTrue(value: Value): boolean {
  if (value === undefined) return false;
  if (typeof value === 'number') return value !== 0;
  if (typeof value === 'string') return value !== '';
  return value.isNumeric ? value.number !== 0 : value.text !== '';
}
