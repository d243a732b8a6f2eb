import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

type Lab = readonly [l: number, c: number, h: number];
type Side = 0 | 1;

/** The two values of a custom property, light and dark, as OKLCH; references to other properties are followed. */
function token(name: string, block: string, side: Side): Lab {
  const value = new RegExp(`--${name}:\\s*([^;]+);`).exec(block)?.[1] ?? new RegExp(`--${name}:\\s*([^;]+);`).exec(base)?.[1];
  if (value === undefined) throw new Error(`--${name} is not in tokens.css`);
  const alias = /^var\(--([\w-]+)\)$/.exec(value.trim());
  if (alias) return token(alias[1] ?? '', block, side);
  const colours = [...value.matchAll(/oklch\(([\d.]+) ([\d.]+) ([\d.]+)/g)].map(([, l, c, h]): Lab => [Number(l), Number(c), Number(h)]);
  const found = colours[side] ?? colours[0];
  if (!found) {
    const plain = [...value.matchAll(/oklch\(([\d.]+) ([\d.]+) ([\d.]+)?/g)][side];
    if (!plain) throw new Error(`--${name}: no colour in ${value}`);
    return [Number(plain[1]), Number(plain[2]), Number(plain[3] ?? 0)];
  }
  return found;
}

const base = /:root \{([\s\S]*?)\n\s*\}/.exec(css)?.[1] ?? '';
const plate = /:root\[data-contrast="more"\] \{([\s\S]*?)\n\s*\}/.exec(css)?.[1] ?? '';

/** OKLCH → linear sRGB, after Björn Ottosson. */
function linear([l, c, h]: Lab): readonly [number, number, number] {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

function luminance(colour: Lab): number {
  const [r, g, b] = linear(colour).map((value) => Math.min(1, Math.max(0, value))) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Lab, b: Lab): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const surfaces = ['paper', 'panel', 'well', 'raised', 'sheet'];
const roles = ['accent', 'added', 'changed', 'removed', 'cached', 'missed', 'ok', 'danger'];
const sides = [
  ['light', 0],
  ['dark', 1],
] as const;

describe('colours', () => {
  describe.each(sides)('%s', (_, side) => {
    const worst = (name: string, block = base) =>
      Math.min(...surfaces.map((surface) => contrast(token(name, block, side), token(surface, block, side))));

    it.each([['ink', 12.5], ['ink-2', 7], ['muted', 4.5], ['edge', 3], ['now', 3], ...roles.map((role) => [role, 5] as const)] as const)(
      'LES-44 %s is at least %d : 1 on every surface',
      (name, least) => {
        expect(worst(name)).toBeGreaterThanOrEqual(least);
      },
    );

    it.each(roles)('LES-44 %s is at least 7 : 1 in high contrast', (name) => {
      expect(worst(name, plate)).toBeGreaterThanOrEqual(7);
    });

    it('LES-45 ink is readable on every fill of a layer', () => {
      const fills =
        side === 0
          ? [
              [0.892, 0.046],
              [0.84, 0.062],
              [0.785, 0.072],
            ]
          : [
              [0.415, 0.068],
              [0.362, 0.062],
              [0.31, 0.052],
            ];
      const hues = Array.from({ length: 16 }, (__, index) => index * 22.5);
      const least = Math.min(...fills.flatMap(([l = 0, c = 0]) => hues.map((hue) => contrast(token('ink', base, side), [l, c, hue]))));
      expect(least).toBeGreaterThanOrEqual(7);
      for (const [l, c] of fills) expect(css).toMatch(new RegExp(`oklch\\(${String(l)}0* ${String(c)}0* var\\(--h\\)\\)`));
    });

    it('LES-46 every token is a colour that sRGB can show', () => {
      for (const name of ['ink', 'ink-2', 'muted', 'line', 'edge', 'now', ...surfaces, ...roles]) {
        for (const channel of linear(token(name, base, side))) {
          expect(channel, name).toBeGreaterThan(-0.02);
          expect(channel, name).toBeLessThan(1.02);
        }
      }
    });
  });
});
