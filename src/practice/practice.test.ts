import { describe, expect, it } from 'vitest';
import { item } from '../course/schema/quiz.ts';
import { engine } from '../ui/engine/index.ts';
import { begin, machinesOf, runLine, still } from '../ui/session/start.ts';
import { type Draft, draftOf, generators, questionOf, readOf, settled, topics } from './index.ts';

const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** What the engine says to a draft. */
async function answerTo({ computed }: Draft): Promise<string> {
  const start = computed.start as Parameters<typeof begin>[1];
  const session = still(engine.create(machinesOf(start)));
  await begin(session, start);
  return readOf(computed, await runLine(session, computed.run[0] ?? ''));
}

describe('practice', () => {
  it.each(generators.map((one) => [one.id, one] as const))(
    'QUZ-20 %s: exactly one option is what the engine says',
    async (_, generator) => {
      const answers = new Set<string>();
      for (const seed of seeds) {
        const draft = draftOf(generator, seed);
        const begun = performance.now();
        const answer = await answerTo(draft);
        expect(performance.now() - begun, `${draft.id}: time`).toBeLessThan(8000);
        answers.add(answer);
        item.parse(settled(draft, answer));
      }
      // A question whose answer never changes would be learnt by heart.
      expect(answers.size, [...answers].join(' ')).toBeGreaterThan(1);
    },
    60_000,
  );
  it.each(generators.map((one) => [one.id, one] as const))(
    'QUZ-21 %s: distinct options in both languages, the same for a seed',
    (_, generator) => {
      for (const seed of seeds) {
        const draft = draftOf(generator, seed);
        expect(draft).toEqual(draftOf(generator, seed));
        for (const language of ['en', 'zh'] as const) {
          const says = draft.options.map(({ say }) => say[language]);
          expect(new Set(says).size).toBe(says.length);
          const texts = [draft.ask[language], ...says, ...draft.options.map(({ why }) => why[language])];
          for (const text of texts) {
            expect(text).not.toMatch(/undefined|NaN|APP|^$/);
            expect((text.match(/`/g) ?? []).length % 2, text).toBe(0);
          }
          if (language === 'en') expect(texts.join('')).not.toMatch(/[\u4e00-\u9fff]/);
          else for (const { why } of draft.options) expect(why.zh).toMatch(/[\u4e00-\u9fff]/);
        }
        expect(draft.options.length).toBeGreaterThanOrEqual(3);
      }
      const shows = new Set(seeds.map((seed) => draftOf(generator, seed).show));
      expect(shows.size).toBeGreaterThan(2);
    },
  );
  it('QUZ-22 every topic has generators, and each comes once before one comes again', () => {
    for (const topic of topics) {
      const own = generators.filter((one) => one.topic === topic);
      expect(own.length).toBeGreaterThan(3);
      const asked = own.map((_, turn) => questionOf([topic], 7, turn)?.generator.id);
      expect(new Set(asked).size).toBe(own.length);
    }
    expect(questionOf([], 7, 0)).toBeUndefined();
    expect(questionOf(topics, 7, 3)).toEqual(questionOf(topics, 7, 3));
  });
  it('QUZ-20 a draft that the engine answers otherwise is not asked', () => {
    const draft = draftOf(generators[0] as (typeof generators)[number], 1);
    expect(() => settled(draft, 'something else')).toThrow('expected one option');
  });
});
