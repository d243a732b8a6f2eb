import type { Loader } from '../kernel/index.ts';
import type { HubEntry, HubPart, OtherFacts } from './part.ts';

/** Where the catalogue comes from: its index, and parts that are fetched when an image of theirs is asked for. */
export interface HubSource {
  readonly index: Loader<readonly HubEntry[]>;
  part(name: string): Loader<HubPart> | undefined;
  /** Facts of a part's layers for platforms other than amd64. */
  others(name: string): Loader<OtherFacts> | undefined;
}

/** What Docker Hub is like in a World: who has an account there, and how many pulls it still allows. */
export interface HubState {
  /** Passwords or access tokens by account. */
  readonly accounts?: Readonly<Record<string, string>>;
  /** New accounts come to be when someone first logs in with their name; false for only those above. */
  readonly open?: boolean;
  /** Pulls without login until `toomanyrequests`; undefined for no limit. */
  readonly pullsLeft?: number;
}
