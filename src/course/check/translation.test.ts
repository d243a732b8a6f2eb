import { describe, expect, it } from 'vitest';
import { differences, type LessonTexts, partsOf } from './translation.ts';

const texts: LessonTexts = {
  en: '---\nlang: en\n---\n\nA layer.\n\n## See\n\nIt shows.\n',
  zh: '---\nlang: zh\n---\n\n一层。\n\n## 看\n\n看得到。\n',
  files: { 'quiz.yaml': 'items:\n  - { id: a, ask: { en: Which?, zh: 哪个？ } }\n' },
};
const compared = partsOf(texts);
const changed = (more: Partial<LessonTexts>) => differences(partsOf({ ...texts, ...more }), compared);

describe('translations', () => {
  it('LES-138 nothing differs from what was compared, whatever the front matter, blanks and ids are', () => {
    expect(Object.keys(compared)).toEqual(['opening', 'section 1', 'quiz.yaml']);
    expect(changed({})).toEqual([]);
    expect(changed({ en: texts.en.replace('lang: en', 'lang: en\nmore: 1').replace('layer.', 'layer.  ') })).toEqual([]);
    expect(changed({ files: { 'quiz.yaml': texts.files['quiz.yaml']?.replace('id: a', 'id: b') ?? '' } })).toEqual([]);
  });
  it('LES-138 a section whose English alone has changed is stale, and no other is', () => {
    expect(changed({ en: texts.en.replace('shows', 'is shown') })).toEqual([{ part: 'section 1', why: 'stale' }]);
    expect(changed({ files: { 'quiz.yaml': texts.files['quiz.yaml']?.replace('Which?', 'What?') ?? '' } })).toEqual([
      { part: 'quiz.yaml', why: 'stale' },
    ]);
  });
  it('LES-138 where the Chinese has changed too, or something is new, it waits to be compared', () => {
    expect(changed({ en: texts.en.replace('A', 'One'), zh: texts.zh.replace('一', '某') })).toEqual([
      { part: 'opening', why: 'both-changed' },
    ]);
    expect(changed({ zh: texts.zh.replace('一', '某') })).toEqual([{ part: 'opening', why: 'chinese-changed' }]);
    expect(changed({ en: `${texts.en}\n## More\n`, zh: `${texts.zh}\n## 还有\n` })).toEqual([{ part: 'section 2', why: 'never-compared' }]);
  });
});
