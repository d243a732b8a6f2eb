import type { Features } from '../instructions/index.ts';
import type { EscapeToken } from '../shell/index.ts';
import type { Platform } from '../values/index.ts';
import type { BaseImageLookup, ImageNameReader } from './base-image.ts';
import type { Budget } from './budget.ts';
import type { Reporter } from './reporter.ts';

/** One run of the checks: what was asked for, with every default filled in. */
export interface Settings {
  readonly reporter: Reporter;
  readonly budget: Budget;
  readonly features: Features;
  readonly escapeToken: EscapeToken;
  readonly buildArgs: ReadonlyMap<string, string>;
  readonly targetPlatform: Platform;
  readonly buildPlatform: Platform;
  /** The stage to be built; '' for all of them. */
  readonly target: string;
  readonly imageName: ImageNameReader;
  readonly baseImage: BaseImageLookup;
  readonly isIgnored: (path: string) => boolean;
}
