import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import type { Session } from '../session/index.ts';
import { whenReady } from './ready.ts';

const session = (first: string) =>
  ({ status: signal(first), failure: signal('no worker') }) as unknown as Pick<Session, 'status' | 'failure'>;

it('KEP-52 what is asked of a lab that is starting waits until it stands, and is told when it cannot', async () => {
  await whenReady(session('running'));
  const starting = session('idle');
  let ready = false;
  const waiting = whenReady(starting).then(() => {
    ready = true;
  });
  starting.status.value = 'loading';
  await Promise.resolve();
  expect(ready).toBe(false);
  starting.status.value = 'ready';
  await waiting;
  expect(ready).toBe(true);
  const failing = session('loading');
  const told = whenReady(failing);
  failing.status.value = 'failed';
  await expect(told).rejects.toThrow('no worker');
  await expect(whenReady(failing)).rejects.toThrow('no worker');
});
