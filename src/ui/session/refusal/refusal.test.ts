import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { refused } from './page.ts';
import { Refusal, reasonOf } from './refusal.ts';
import { sayReason } from './say.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('reasons in two languages', () => {
  it.each(Object.keys(en) as (keyof typeof en)[])('LAB-30 %s has words in both, with the same places', (key) => {
    expect(zh[key]).toMatch(/\p{Script=Han}/u);
    expect(places(zh[key])).toEqual(places(en[key]));
  });

  it("LAB-30 a worker's reason is said in the language of the page", async () => {
    const reason = reasonOf(new Refusal('build.at.file', { path: '/app/x' }));
    expect(await sayReason(reason, 'en')).toBe('There is no file /app/x at this point.');
    expect(await sayReason(reason, 'zh')).toBe('到这一步为止没有文件 /app/x。');
    expect(refused('engine.load', 'zh').message).toBe('引擎没能加载。');
  });

  it("LAB-31 Docker's words and the machine's stay as they are", async () => {
    expect(await sayReason(reasonOf(new Error('/x: No such file or directory')), 'zh')).toBe('/x: No such file or directory');
  });

  it('LAB-30 what the worker refuses is a key, never a sentence', () => {
    const found = ['engine', 'session'].flatMap((top) =>
      readdirSync(new URL(`../../${top}`, import.meta.url), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.ts') && !/test|refusal|bench/.test(path))
        .flatMap((path) => {
          const text = readFileSync(new URL(`../../${top}/${path}`, import.meta.url), 'utf8');
          return (
            [...text.matchAll(/new Error\((['`])((?:(?!\1).)*)/g)]
              .map(([, , said = '']) => said)
              // Keys of the store's and the registry's own words, and what the machine itself says of a path.
              .filter((said) => !/^(store|registry)\.[a-z]+$/.test(said) && !/^\$\{path\}: (No such|\$\{error)/.test(said))
              .map((said) => `${top}/${path}: ${said}`)
          );
        }),
    );
    expect(found).toEqual(['session/view/machine.ts: a view has at least one machine']);
  });
});
