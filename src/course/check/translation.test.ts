import { describe, expect, it } from 'vitest';
import { confirmed, translationState } from './translation.ts';

const en = '---\nlang: en\n---\n\nA layer.\n';
const zh = '---\nlang: zh\n---\n\n一层。\n';

describe('translations', () => {
  it('LES-138 a translation is unconfirmed, then current, and stale as soon as the English text changes', () => {
    expect(translationState(en, zh)).toBe('unconfirmed');
    const known = confirmed(en, zh);
    expect(known).toMatch(/^---\nlang: zh\nenglish: [0-9a-f]{12}\n---\n\n一层。\n$/);
    expect(translationState(en, known)).toBe('current');
    expect(translationState(en.replace('---\n\n', '---\n\n\n').replace('layer.', 'layer.  '), known)).toBe('current');
    expect(translationState(en.replace('A', 'One'), known)).toBe('stale');
    expect(translationState(en.replace('A', 'One'), confirmed(en.replace('A', 'One'), known))).toBe('current');
  });
});
