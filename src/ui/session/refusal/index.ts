// Why something that was asked is not done: a key in the worker, words in the reader's language on the page.
// Knows the words of both languages. Refuses to know who asks and where it is shown.
// The page's side is say.ts and page.ts: they bring no words of the worker along.
export type { Reason } from './reason.ts';
export { Refusal, reasonOf } from './refusal.ts';
