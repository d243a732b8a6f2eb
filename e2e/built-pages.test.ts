// What the built pages hold, read as files: no browser is needed, but the site is.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadCourse } from '../src/course/index.ts';
import { siteRoot } from './site.ts';

const course = loadCourse(new URL('../content', import.meta.url).pathname);
const page = (name: string) => readFileSync(join(siteRoot, name), 'utf8');
const files = readdirSync(siteRoot, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
const ids = new Map<string, ReadonlySet<string>>();

function idsOf(name: string): ReadonlySet<string> {
  const known = ids.get(name) ?? new Set([...page(name).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id ?? ''));
  ids.set(name, known);
  return known;
}

describe.each([
  ['en', ''],
  ['zh', 'zh-cn/'],
] as const)('built pages: %s', (locale, prefix) => {
  it('FND-10 every fact is at its place in a lesson and in the list of facts', () => {
    const list = page(`${prefix}facts/index.html`);
    const placed = new Set<string>();
    for (const lesson of course.lessons) {
      const there = idsOf(`${prefix}learn/${lesson.id}/index.html`);
      for (const fact of Object.keys(lesson.facts)) {
        expect(there.has(fact.toLowerCase()), `${lesson.id}: ${fact}`).toBe(true);
        expect(list.includes(`learn/${lesson.id}/#${fact.toLowerCase()}"`), `${lesson.id}: ${fact} in the list`).toBe(true);
        placed.add(fact);
      }
    }
    expect(placed.size).toBe(496);
  });

  it('FND-11 every term has its entry in the glossary, and every lesson says its title', () => {
    const there = idsOf(`${prefix}glossary/index.html`);
    expect([...course.terms.keys()].filter((term) => !there.has(term))).toEqual([]);
    for (const lesson of course.lessons) {
      const [, title] = /<h1[^>]*>([^<]*)<\/h1>/.exec(page(`${prefix}learn/${lesson.id}/index.html`)) ?? [];
      expect(title?.replaceAll('&#39;', "'").replaceAll('&amp;', '&')).toBe(lesson.title[locale]);
    }
  });
});

it('FND-12 every link to a place on another page finds that place', () => {
  const missing: string[] = [];
  for (const name of files)
    for (const [, address = '', anchor = ''] of page(name).matchAll(/\shref="(\/[^"#]*)#([^"]+)"/g)) {
      const target = address.endsWith('/') ? `${address.slice(1)}index.html` : address.slice(1);
      if (!idsOf(target).has(decodeURIComponent(anchor))) missing.push(`${name} → ${address}#${anchor}`);
    }
  expect([...new Set(missing)]).toEqual([]);
});

it('FND-13 no page has an id twice', () => {
  const twice = files.flatMap((name) => {
    const found = [...page(name).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id ?? '');
    return found.filter((id, index) => found.indexOf(id) !== index).map((id) => `${name}: ${id}`);
  });
  expect([...new Set(twice)]).toEqual([]);
});

it('FND-14 the HTML of a lesson is below 60 kB as it travels', () => {
  const heavy = files.filter((name) => /learn\/[^/]+\/index\.html$/.test(name) && gzipSync(page(name)).length > 60_000);
  expect(heavy).toEqual([]);
});

it('FND-15 no page holds another lesson’s exercises', () => {
  for (const lesson of course.lessons) {
    const there = idsOf(`learn/${lesson.id}/index.html`);
    const own = new Set(lesson.exercises.map(({ id }) => id));
    const others = course.lessons.flatMap(({ exercises }) => exercises.map(({ id }) => id)).filter((id) => !own.has(id));
    expect(others.filter((id) => there.has(`exercise-${id}`))).toEqual([]);
    expect([...own].filter((id) => !there.has(`exercise-${id}`))).toEqual([]);
  }
});

it('FND-16 the order of the style layers stands before every sheet', () => {
  const order = '<style>@layer tokens, base, parts, page, print;</style>';
  const late = files.filter((name) => {
    const text = page(name);
    const sheet = text.indexOf('<link rel="stylesheet"');
    return text.indexOf(order) < 0 || (sheet >= 0 && sheet < text.indexOf(order));
  });
  expect(late).toEqual([]);
});
