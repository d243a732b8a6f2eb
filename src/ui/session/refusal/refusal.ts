import { filled, type Reason, type Values } from './reason.ts';
import { en, type RefusalKey } from './words.en.ts';

/** Something that was asked is not done, for a reason of Strata's own. The message is English; the page says it in the reader's language. */
export class Refusal extends Error {
  readonly key: RefusalKey;
  readonly values: Values;
  constructor(key: RefusalKey, values: Values = {}) {
    super(filled(en[key], values));
    this.key = key;
    this.values = values;
  }
}

/** What of an error goes to the page. */
export function reasonOf(error: unknown): Reason {
  if (error instanceof Refusal) return { message: error.message, key: error.key, values: error.values };
  return { message: error instanceof Error ? error.message : String(error) };
}
