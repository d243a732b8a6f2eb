// The pictures a small lab can show. A page fetches those that stand in it, before it takes them over.
import type { Kind, PictureModule } from '../picture/index.ts';

const modules: Readonly<Record<Kind, () => Promise<PictureModule>>> = {
  stack: () => import('../stack/index.ts'),
  store: () => import('../store/index.ts'),
  build: () => import('../build/index.ts'),
  run: () => import('../run/index.ts'),
  registry: () => import('../registry/index.ts'),
  fence: () => import('../fence/index.ts'),
};
const loaded = new Map<Kind, PictureModule>();

export async function fetchPictures(kinds: readonly string[]): Promise<void> {
  await Promise.all(
    (Object.keys(modules) as Kind[]).filter((kind) => kinds.includes(kind)).map(async (kind) => loaded.set(kind, await modules[kind]())),
  );
}

export const allPictures = Object.keys(modules);

export const pictureOf = (kind: Kind): PictureModule | undefined => loaded.get(kind);
