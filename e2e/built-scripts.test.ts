// What the built scripts are, read as files: no browser is needed, but the site is.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { expect, it } from 'vitest';
import { importsOf, laterOf } from '../src/layouts/lab-ahead.ts';
import { siteRoot } from './site.ts';

const folder = join(siteRoot, '_astro');
const scripts = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);

/** Whether something in a syntax tree waits, what only a function does left out. */
function waits(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(waits);
  if (typeof node !== 'object' || node === null) return false;
  const { type, ...rest } = node as { readonly type?: string; readonly await?: boolean };
  if (type === 'AwaitExpression' || (type === 'ForOfStatement' && rest.await === true)) return true;
  return !/Function/.test(type ?? '') && Object.values(rest).some(waits);
}

it('LBV-25 no script waits while it is run, but the starts of labs, which no script imports', () => {
  const waiting = [...scripts]
    .filter(([, text]) => waits(parse(text, { ecmaVersion: 'latest', sourceType: 'module' })))
    .map(([name]) => name);
  expect(waiting.map((name) => name.split('.')[0]).sort()).toEqual(['index', 'island']);
  const imported = new Set([...scripts.values()].flatMap((text) => [...importsOf(text), ...laterOf(text)]));
  expect(waiting.filter((name) => imported.has(name))).toEqual([]);
});

it('LBV-25 no script imports the first one of a worker', () => {
  const workers = [...scripts.keys()].filter((name) => /^worker-/.test(name));
  expect(workers.length).toBeGreaterThan(0);
  for (const [name, text] of scripts)
    for (const worker of workers)
      expect(name !== worker && new RegExp(`(?:from|import)\\(?["'\`]\\./${worker}`).test(text), name).toBe(false);
});

it('LBV-17 every book that a script imports is there in both languages, and exports the same', () => {
  const books = new Set(
    [...scripts.values()].flatMap((text) => [...text.matchAll(/["'`]\/_astro\/en\/([\w.-]+)["'`]/g)].map(([, name = '']) => name)),
  );
  expect(books.size).toBeGreaterThan(10);
  for (const name of books) {
    const [en, zh] = ['en', 'zh'].map((language) => {
      const tree = parse(readFileSync(join(folder, language, name), 'utf8'), { ecmaVersion: 'latest', sourceType: 'module' });
      return tree.body.flatMap((one) =>
        one.type === 'ExportNamedDeclaration' ? one.specifiers.map(({ exported }) => ('name' in exported ? exported.name : '')) : [],
      );
    });
    expect(en?.length).toBeGreaterThan(0);
    expect(zh, name).toEqual(en);
  }
});
