import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../grader/index.ts';
import type { Turn } from '../session/index.ts';
import { commandsOf } from './use-pass.ts';

const turn = (number: number, exit: number): Turn => ({ number, exit, line: '', output: '', prompt: '', terminal: 0 });
const met = (...since: number[]): Verdict => ({
  exercise: 'x',
  passed: true,
  goals: since.map((n) => ({ id: `g${n}`, finding: { ok: true, parts: [], evidence: {} } as never, since: n })),
});
const count = (turns: Turn[], verdict: Verdict | undefined) => commandsOf({ turns: signal(turns), verdict: signal(verdict) } as never);

describe('commands of a pass', () => {
  it('LES-151 a failed try and what came after the last goal cost nothing', () => {
    expect(count([turn(1, 1), turn(2, 0), turn(3, 0), turn(4, 0)], met(0, 3))).toBe(2);
    expect(count([turn(1, 0)], undefined)).toBe(0);
  });

  it('LES-151 a command that was to fail and met a goal counts', () => {
    expect(count([turn(1, 127), turn(2, 125), turn(3, 2)], met(1, 2))).toBe(2);
  });
});
