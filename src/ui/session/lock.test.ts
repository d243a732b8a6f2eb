import { afterEach, describe, expect, it } from 'vitest';
import type { Bus, Said } from './lock/bus.ts';
import { type Hold, holdLab } from './lock.ts';

const hearAll = (listeners: ReadonlySet<(said: Said) => void>, said: Said) => {
  for (const hear of listeners) hear(said);
};

/** One channel between several tabs of a test, as asynchronous as the real one. */
function channel() {
  const tabs = new Set<Set<(said: Said) => void>>();
  const deaf = new Set<Set<(said: Said) => void>>();
  const tab = () => {
    const own = new Set<(said: Said) => void>();
    tabs.add(own);
    const bus: Bus = {
      say: (said) => {
        if (deaf.has(own)) return;
        for (const other of tabs) if (other !== own && !deaf.has(other)) setTimeout(hearAll, 0, other, said);
      },
      hear: (listener) => {
        own.add(listener);
        return () => void own.delete(listener);
      },
    };
    return { bus, freeze: () => deaf.add(own), thaw: () => deaf.delete(own) };
  };
  return { tab };
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
let number = 0;
const holds: Hold[] = [];
afterEach(() => {
  for (const hold of holds.splice(0)) hold.release();
});

describe.each([
  ['with locks', navigator.locks],
  ['without locks', undefined],
])('%s', (_, locks) => {
  const lab = () => `lab ${number++}`;
  const open = async (id: string, bus: Bus, patience = 300) => {
    const hold = await holdLab(id, { locks, bus, patience });
    holds.push(hold);
    return hold;
  };

  it('KEP-1 the first tab writes, the second looks on; labs do not hinder each other', async () => {
    const { tab } = channel();
    const id = lab();
    const first = await open(id, tab().bus);
    const second = await open(id, tab().bus);
    const other = await open(lab(), tab().bus);
    expect([first.writable, second.writable, other.writable]).toEqual([true, false, true]);
  });

  it('KEP-1 of two tabs that open at the same moment exactly one writes', async () => {
    const { tab } = channel();
    const id = lab();
    const both = await Promise.all([open(id, tab().bus), open(id, tab().bus)]);
    expect(both.filter(({ writable }) => writable)).toHaveLength(1);
  });

  it('KEP-2 taking over waits until the other tab has saved, and that one writes no more', async () => {
    const { tab } = channel();
    const id = lab();
    const first = await open(id, tab().bus);
    const second = await open(id, tab().bus);
    const order: string[] = [];
    first.onLost(async (save) => {
      order.push(`asked to save: ${save}, writable: ${first.writable}`);
      await wait(50);
      order.push('saved');
    });
    await second.takeOver();
    order.push('taken');
    expect(order).toEqual(['asked to save: true, writable: false', 'saved', 'taken']);
    expect([first.writable, second.writable]).toEqual([false, true]);
    await first.takeOver();
    expect([first.writable, second.writable]).toEqual([true, false]);
  });

  it('KEP-2 a third tab that looks on is not told that the lab is free while it is handed over', async () => {
    const { tab } = channel();
    const id = lab();
    await open(id, tab().bus);
    const second = await open(id, tab().bus);
    const third = await open(id, tab().bus);
    let told = 0;
    third.onFree(() => told++);
    await second.takeOver();
    await wait(500);
    expect(told).toBe(0);
  });

  it('KEP-3 a tab that does not answer loses the lab without saving', async () => {
    const { tab } = channel();
    const id = lab();
    const frozen = tab();
    const first = await open(id, frozen.bus);
    const second = await open(id, tab().bus);
    const lost: boolean[] = [];
    first.onLost((save) => void lost.push(save));
    frozen.freeze();
    const taking = second.takeOver();
    await wait(350);
    frozen.thaw();
    await taking;
    expect(second.writable).toBe(true);
    await wait(20);
    if (locks !== undefined) expect([first.writable, lost]).toEqual([false, [false]]);
  });

  it('KEP-4 when the writing tab closes, whoever looks on is told and may continue', async () => {
    const { tab } = channel();
    const id = lab();
    const first = await open(id, tab().bus);
    const second = await open(id, tab().bus);
    const free = new Promise<void>((resolve) => {
      second.onFree(resolve);
    });
    first.release();
    await free;
    expect(second.writable).toBe(false);
    await second.takeOver();
    expect(second.writable).toBe(true);
  });
});

it('KEP-3 a frozen tab that wakes where there are no locks learns that another one writes', async () => {
  const { tab } = channel();
  const [one, two] = [tab(), tab()];
  const first = await holdLab('woken', { bus: one.bus, patience: 100 });
  const second = await holdLab('woken', { bus: two.bus, patience: 100 });
  holds.push(first, second);
  one.freeze();
  await second.takeOver();
  one.thaw();
  expect([first.writable, second.writable]).toEqual([true, true]);
  // What was said while it slept reaches a frozen page when it wakes.
  two.bus.say({ lab: 'strata lab woken', what: 'taken', from: 'second' });
  await wait(20);
  expect([first.writable, second.writable]).toEqual([false, true]);
});

it('KEP-1 without locks and channels every tab writes: there is nothing to ask with', async () => {
  const hold = await holdLab('alone', {});
  expect(hold.writable).toBe(true);
});
