import { createSHA256 } from 'hash-wasm';

type Hasher = Awaited<ReturnType<typeof createSHA256>>;

/** How many SHA-256 streams may be open at once: a layer, the files in it, and room for a nested archive. */
const POOL = 8;

/** Streams that nobody uses: none before `digestsReady`. */
export const idle: Hasher[] = [];

/** Resolves when there are digests. Whoever imports this folder need not wait for it, but in the page's worker, where no module may wait. */
export const digestsReady: Promise<void> = Promise.all(Array.from({ length: POOL }, () => createSHA256())).then((made) => {
  idle.push(...made);
});
