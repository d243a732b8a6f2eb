import type { IBuffer, IBufferLine } from '@xterm/xterm';
import { expect, it } from 'vitest';
import { lineAt } from './rows.ts';

/** As xterm's buffer when it is full: rows beyond the last are the first ones again. */
const full = (rows: readonly (readonly [text: string, isWrapped: boolean])[]): IBuffer =>
  ({
    length: rows.length,
    getLine: (row: number) => {
      const [text = '', isWrapped = false] = rows[row % rows.length] ?? [];
      return { isWrapped, translateToString: () => text } as IBufferLine;
    },
  }) as IBuffer;

it('TRM-73 a line that is longer than all that can be scrolled back to ends at the last row', () => {
  const one = full([
    ['aaa', true],
    ['bbb', true],
    ['ccc', true],
  ]);
  expect(lineAt(one, 1)).toEqual({ row: 0, rows: 3, text: 'aaabbbccc' });
});

it('TRM-73 a line at the end does not go on at the beginning', () => {
  const cut = full([
    ['rest', true],
    ['$ ls', false],
  ]);
  expect(lineAt(cut, 1)).toEqual({ row: 1, rows: 1, text: '$ ls' });
  expect(lineAt(cut, 0)).toEqual({ row: 0, rows: 1, text: 'rest' });
});
