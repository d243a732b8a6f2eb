import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createGate, type Parts } from './gate.ts';

const code = {} as Parts;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', {});
});

describe('what of a lab sleeps until its prompt is there', () => {
  it('LBV-19 is fetched and woken one part after another', async () => {
    const woken: string[] = [];
    const load = vi.fn(async () => code);
    const gate = createGate(load, () => false);
    void gate.opened.then(() => {
      for (const part of ['picture', 'goals']) gate.wake(() => woken.push(part));
    });
    await vi.advanceTimersByTimeAsync(5000);
    expect(load).not.toHaveBeenCalled();
    expect(gate.parts).toBeUndefined();
    gate.open('idly');
    gate.open('idly');
    await vi.advanceTimersByTimeAsync(5000);
    expect(load).toHaveBeenCalledTimes(1);
    expect(gate.parts).toBe(code);
    expect(woken).toEqual(['picture', 'goals']);
  });

  it('LBV-19 waits for a command, but not for ever', async () => {
    let busy = true;
    const load = vi.fn(async () => code);
    const gate = createGate(load, () => busy);
    gate.open('idly');
    await vi.advanceTimersByTimeAsync(1000);
    expect(load).not.toHaveBeenCalled();
    busy = false;
    await vi.advanceTimersByTimeAsync(100);
    expect(load).toHaveBeenCalledTimes(1);

    const patient = vi.fn(async () => code);
    createGate(patient, () => true).open('idly');
    await vi.advanceTimersByTimeAsync(3000);
    expect(patient).toHaveBeenCalledTimes(1);
  });

  it('LBV-19 that is asked for wakes at once, whatever runs', async () => {
    const load = vi.fn(async () => code);
    const gate = createGate(load, () => true);
    gate.open('idly');
    gate.open('now');
    await vi.advanceTimersByTimeAsync(1);
    expect(load).toHaveBeenCalledTimes(1);
  });
});
