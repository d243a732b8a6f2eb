import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const faces = [...readFileSync('src/styles/tokens.css', 'utf8').matchAll(/@font-face \{([^}]*)\}/g)].map(([, text = '']) => text);
const range = (property: string): readonly [number, number] => {
  const own = faces
    .filter((face) => face.includes('url('))
    .flatMap((face) => new RegExp(`${property}: (\\d+)%? (\\d+)%?`).exec(face) ?? []);
  const numbers = own.map(Number).filter((value) => !Number.isNaN(value));
  return [Math.min(...numbers), Math.max(...numbers)];
};

/** What style sheets and scripts ask for, with the place. */
function asked(pattern: RegExp): (readonly [string, number])[] {
  return globSync('src/**/*.{css,astro,tsx,ts}')
    .filter((file) => !file.startsWith('src/engine/') && !file.endsWith('.test.ts'))
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8').replace(/@font-face \{[^}]*\}/g, '');
      return [...text.matchAll(pattern)].map(([, value]) => [file, Number(value)] as const);
    });
}

describe('fonts', () => {
  it('OFF-1 hold every weight and width that a style asks for', () => {
    for (const [property, pattern] of [
      ['font-weight', /font-?[wW]eight(?:Bold)?['"]?: ?['"]?(\d+)/g],
      ['font-stretch', /font-stretch: ?([\d.]+)%/g],
    ] as const) {
      const [least, most] = range(property);
      const all = asked(pattern);
      expect(all.length).toBeGreaterThan(5);
      expect(all.filter(([, value]) => value < least || value > most)).toEqual([]);
    }
  });

  it('OFF-2 are the files that the styles name, with licences beside them', () => {
    const named = faces.flatMap((face) => /url\(\/fonts\/([\w-]+\.woff2)\)/.exec(face)?.[1] ?? []).sort();
    expect(
      globSync('public/fonts/*.woff2')
        .map((file) => file.split('/').at(-1))
        .sort(),
    ).toEqual(named);
    const licences = readFileSync('public/fonts/LICENSES.txt', 'utf8');
    expect(named.filter((file) => !licences.includes(file))).toEqual([]);
    expect(licences).toContain('SIL OPEN FONT LICENSE Version 1.1');
  });
});
