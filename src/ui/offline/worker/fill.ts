// Brings wanted files of the site onto this device, a few at a time; what is here already, or unchanged since an earlier version, is not fetched.
import { type FileEntry, isHashed, type Manifest } from '../manifest.ts';
import { addresses, assets, earlier, shelfOf } from './shelves.ts';

export interface Filling {
  readonly manifest: Manifest;
  wanted(path: string, entry: FileEntry): boolean;
  /** Bytes that are here, of those wanted. */
  told?(done: number, total: number): void;
  readonly signal?: AbortSignal;
  /** At once; else as what may wait. */
  readonly urgent?: boolean;
}

/** A host that answers with a page of its own, as networks with a login do, gives nothing that may be kept. */
export const isGood = (response: Response, path: string) =>
  response.status === 200 &&
  !response.redirected &&
  (path.endsWith('/') || !/^text\/html/.test(response.headers.get('content-type') ?? ''));

export async function fill({ manifest, wanted, told, signal, urgent }: Filling): Promise<void> {
  const files = Object.entries(manifest.files).filter(([path, entry]) => wanted(path, entry));
  const shelf = await caches.open(shelfOf(manifest.version));
  const lasting = await caches.open(assets);
  const here = new Set([...(await addresses(shelf)), ...(await addresses(lasting))]);
  const before = await earlier(manifest.version);
  const total = files.reduce((sum, [, [, bytes]]) => sum + bytes, 0);
  const todo = files.filter(([path]) => !here.has(path));
  let done = total - todo.reduce((sum, [, [, bytes]]) => sum + bytes, 0);
  told?.(done, total);

  const bring = async (path: string, revision: string): Promise<void> => {
    for (const { cache, manifest: old } of before) {
      const same = old?.files[path]?.[0] === revision ? await cache.match(path) : undefined;
      if (same) return shelf.put(path, same);
    }
    const response = await fetch(path, {
      ...(isHashed(path) ? {} : { cache: 'no-cache' as const }),
      ...(signal ? { signal } : {}),
      priority: urgent ? 'auto' : 'low',
    });
    if (!isGood(response, path)) throw new TypeError(`${path}: ${response.status}`);
    await (isHashed(path) ? lasting : shelf).put(path, response);
  };
  const next = todo[Symbol.iterator]();
  const hand = async () => {
    for (const [path, [revision, bytes]] of next) {
      signal?.throwIfAborted();
      await bring(path, revision);
      told?.((done += bytes), total);
    }
  };
  await Promise.all(Array.from({ length: urgent ? 6 : 2 }, hand));
}
