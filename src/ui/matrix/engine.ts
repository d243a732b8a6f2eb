// The explorer's own engine: a worker that is started when a value is first changed, and keeps nothing.
import { engineWorker } from '../session/engine-worker.ts';
import type { Session } from '../session/index.ts';
import type { Combination, Tried } from '../session/queries/matrix.ts';

let session: Promise<Session> | undefined;

async function open(): Promise<Session> {
  const { createSession, memoryStore } = await import('../session/index.ts');
  const made = createSession({
    id: 'matrix',
    start: { files: {}, bytes: {}, run: [], cwd: '/root', seed: 7 },
    store: memoryStore(),
    connect: engineWorker,
  });
  await made.open();
  if (made.status.value === 'failed') throw new Error(made.failure.value);
  return made;
}

/** Tries combinations; rejects with an Error whose message can be shown. */
export async function tryCombinations(cells: readonly Combination[]): Promise<readonly Tried[]> {
  session ??= open();
  try {
    return await (await session).query('matrix.evaluate', { cells });
  } catch (error) {
    session = undefined;
    throw error;
  }
}
