import type { MissReason } from '../miss.ts';

/** What BuildKit tells while it works. Times are virtual seconds since the epoch; `vertex` counts from 1 in the order of starting. */
export type BuildEvent =
  | { readonly type: 'started'; readonly vertex: number; readonly name: string; readonly time: number; readonly because?: MissReason }
  | { readonly type: 'cached'; readonly vertex: number; readonly name: string; readonly time: number }
  /** A part of a step, such as `transferring context: 30B`, that is over now. */
  | { readonly type: 'status'; readonly vertex: number; readonly text: string; readonly seconds: number; readonly timed: boolean }
  | {
      readonly type: 'log';
      readonly vertex: number;
      readonly stream: 'stdout' | 'stderr';
      readonly bytes: Uint8Array;
      readonly time: number;
    }
  | { readonly type: 'warning'; readonly vertex: number; readonly text: string }
  | { readonly type: 'done'; readonly vertex: number; readonly time: number }
  | {
      readonly type: 'failed';
      readonly vertex: number;
      readonly message: string;
      readonly time: number;
      /** It was ended from outside before it was done. */
      readonly canceled?: true;
    };
