import { type Splitter, splitText } from './fields.ts';
import { AwkError, MESSAGES } from './source-error.ts';
import { UserText, type Value } from './value.ts';

/** Most fields a record may have. */
const MAX_FIELDS = 2_000_000;

/** What the record asks of the variables around it. */
export interface Surroundings {
  readonly splitter: Splitter;
  readonly paragraphs: boolean;
  readonly ignoreCase: boolean;
  outputSeparator(): string;
  text(value: Value): string;
}

/** The current record: $0, its fields and their number, each made from the others when it is asked for. */
export class CurrentRecord {
  #whole: Value;
  #fields: Value[] = [];
  #split = true;
  /** Fields up to here once existed: where they are missing now they are empty strings, while others were never set. */
  #everUsed = 0;
  /** The highest field that was asked for, existing or not. */
  #touched = 0;
  readonly #around: Surroundings;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  get whole(): Value {
    return this.#whole;
  }
  set whole(value: Value) {
    this.#whole = value === undefined ? '' : value;
    this.#split = false;
  }

  /** Cuts the record into fields now; FS that changes later does not matter to it any more. */
  split(): void {
    if (this.#split) return;
    this.#split = true;
    this.#everUsed = Math.max(this.#everUsed, this.#touched, this.#fields.length);
    const { splitter, paragraphs, ignoreCase } = this.#around;
    this.#fields = splitText(this.#around.text(this.#whole), splitter, paragraphs, ignoreCase).map((part) => new UserText(part));
  }

  get count(): number {
    this.split();
    return this.#fields.length;
  }
  /** Setting NF cuts or extends the record and makes $0 anew. */
  set count(count: number) {
    this.split();
    if (count < 0) throw new AwkError('NF set to negative value');
    this.#resize(count);
    this.#join();
  }

  field(index: number): Value {
    if (index < 0) throw new AwkError(MESSAGES.negativeField);
    if (index === 0) return this.#whole;
    this.split();
    if (index <= this.#fields.length) return this.#fields[index - 1];
    this.#touched = Math.max(this.#touched, index);
    return index <= this.#everUsed ? '' : undefined;
  }
  setField(index: number, value: Value): void {
    if (index < 0) throw new AwkError(MESSAGES.negativeField);
    if (index === 0) {
      this.whole = value;
      return;
    }
    this.split();
    if (index > this.#fields.length) this.#resize(index);
    this.#fields[index - 1] = value === undefined ? '' : value;
    this.#join();
  }

  #resize(count: number): void {
    if (count > MAX_FIELDS) throw new AwkError('Too many fields');
    const had = this.#fields.length;
    this.#everUsed = Math.max(this.#everUsed, count < had ? had : 0);
    this.#fields.length = count;
    for (let i = had; i < count; i++) this.#fields[i] = i < this.#everUsed ? '' : undefined;
  }
  #join(): void {
    this.#whole = this.#fields.map((field) => this.#around.text(field)).join(this.#around.outputSeparator());
  }
}
