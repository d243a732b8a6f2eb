import { findClusterBreak as theirs } from '@marijn/find-cluster-break';
import { describe, expect, it } from 'vitest';
import { findClusterBreak } from './clusters.ts';

describe('characters as one sees them', () => {
  it('EDR-69 every place breaks where CodeMirror’s own package breaks it', () => {
    const pieces = ['a', 'é', 'e\u0301', '中', '👍🏽', '👩‍👩‍👧‍👦', '🇩🇪', '🇫🇷', '\u200d', 'क्षि', '한', '\ud83d', '\ude00', ' ', '\u0e33'];
    for (const one of pieces)
      for (const two of pieces) {
        const text = `x${one}${two}🇯${one}y`;
        for (let pos = 0; pos <= text.length; pos++)
          for (const forward of [true, false])
            for (const extend of [true, false])
              expect([text, pos, findClusterBreak(text, pos, forward, extend)]).toEqual([text, pos, theirs(text, pos, forward, extend)]);
      }
  });
  it('EDR-69 those characters extend others that do there; beyond the first plane a few more do, as Unicode has it', () => {
    const more: number[] = [];
    for (let code = 768; code < 0x110000; code++) {
      if (code >= 0xd800 && code < 0xe000) continue;
      const text = `a${String.fromCodePoint(code)}`;
      const [ours, other] = [findClusterBreak(text, 0), theirs(text, 0)];
      if (ours > other) more.push(code);
      else if (ours !== other) expect(code).toBe('extends only there');
    }
    expect(more.filter((code) => code < 0x10000)).toEqual([]);
    expect(more.length).toBeLessThan(400);
  });
});
