// What pages and the service worker say to each other.
import type { Locale } from '../../i18n/index.ts';

export type ToWorker =
  /** A page is open, with the files it has loaded so far. */
  | { readonly type: 'hello'; readonly path: string; readonly revision: string; readonly loaded: readonly string[] }
  /** A lab was touched: what labs need may come. */
  | { readonly type: 'lab' }
  | { readonly type: 'keep'; readonly language: Locale }
  | { readonly type: 'stop'; readonly language: Locale }
  | { readonly type: 'drop'; readonly language: Locale };

export type Trouble = 'full' | 'network' | 'refused';

export type ToPage =
  | { readonly type: 'look' }
  /** The page is older than the site. */
  | { readonly type: 'newer' }
  /** Answered through the port that comes along, with the page's own `hello`. */
  | { readonly type: 'who' }
  | { readonly type: 'progress'; readonly language: Locale; readonly done: number; readonly total: number }
  | { readonly type: 'kept'; readonly language: Locale }
  | { readonly type: 'stopped'; readonly language: Locale; readonly why?: Trouble }
  | { readonly type: 'dropped'; readonly language: Locale };
