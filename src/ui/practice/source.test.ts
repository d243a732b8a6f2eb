import { describe, expect, it } from 'vitest';
import { generators } from '../../practice/index.ts';
import { engine } from '../engine/index.ts';
import type { Bench } from '../quiz/machine.ts';
import { begin, machinesOf, runLine, still } from '../session/start.ts';
import { sourceOf } from './source.ts';

/** The engine without a worker. */
const machine: Bench = {
  run: async ({ start, lines }) => {
    const session = still(engine.create(machinesOf(start)));
    await begin(session, start);
    return { ...(await runLine(session, lines[0] ?? '')), cut: false };
  },
};

describe('practice questions', () => {
  it('QUZ-20 an answer that fits no option is not asked, and a machine that fails is told', async () => {
    const asked: string[] = [];
    const odd: Bench = {
      run: async ({ lines }) => {
        asked.push(lines[0] ?? '');
        return { output: 'odd\n', exit: 0, cut: false };
      },
    };
    await expect(sourceOf(['layers'], 1, async () => odd).next()).rejects.toThrow('expected one option');
    expect(new Set(asked).size).toBe(3);
    await expect(sourceOf(['layers'], 1, () => Promise.reject(new Error('no worker'))).next()).rejects.toThrow('no worker');
  });
  it('QUZ-22 the questions of a topic come one after another, each kind once', async () => {
    const source = sourceOf(['layers'], 1, async () => machine);
    const kinds = generators.filter(({ topic }) => topic === 'layers').map(({ id }) => id);
    const seen: string[] = [];
    for (const _ of kinds) seen.push((await source.next()).id.replace(/-\d+$/, ''));
    expect(seen.sort()).toEqual([...kinds].sort());
  });
});
