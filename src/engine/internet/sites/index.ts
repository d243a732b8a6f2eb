import type { Site } from '../internet.ts';
import { downloads } from './downloads.ts';
import { echo, whoAmI } from './echo.ts';
import { example } from './example.ts';
import { packageSites } from './packages.ts';

/** The plain hosts of the simulated internet. */
export const plainSites: readonly Site[] = [example, echo, whoAmI, downloads, ...packageSites];
