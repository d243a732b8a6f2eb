// Imported for its effect: what imports it runs when there are digests.
import { digestsReady } from './pool.ts';

await digestsReady;
