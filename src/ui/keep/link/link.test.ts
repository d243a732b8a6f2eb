import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isLink } from '../address.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { dictionary } from './dictionary.ts';
import { decodeLink, encodeLink, LinkError } from './link.ts';
import { squeeze, unsqueeze } from './squeeze.ts';

const trouble = async (fragment: string) => {
  const error = await decodeLink(fragment).catch((caught: unknown) => caught);
  return error instanceof LinkError ? error.trouble : error;
};
/** A link around any bytes, with a right check sum. */
async function forged(text: Uint8Array<ArrayBuffer>, packed: Uint8Array = deflateSync(text, { dictionary })): Promise<string> {
  const check = new Uint8Array(await crypto.subtle.digest('SHA-256', text)).subarray(0, 6);
  return `s=1${toBase64url(new Uint8Array([...check, ...packed]))}`;
}
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('squeezed JSON', () => {
  it('KEP-20 any JSON comes back letter by letter', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(unsqueeze(JSON.parse(JSON.stringify(squeeze(JSON.parse(text)))), 1e6)).toBe(text);
      }),
    );
  });

  it('KEP-20 keys are written once, numbers as distances', () => {
    expect(
      squeeze([
        { at: 100, text: 'a' },
        { at: 105, text: 'b' },
      ]),
    ).toEqual([[['at', 'text']], [-1, [0, 100, 'a'], [0, 5, 'b']]]);
  });

  it('KEP-23 what nobody squeezed is refused, and so is what would become too large', () => {
    for (const value of [null, [], [[], [0]], [[['a']], [0]], [[['a']], [1, 2]], [[[1]], [0, 1]], [[], {}], [[], 0.5]])
      expect(() => unsqueeze(value, 1000)).toThrow('not a squeezed value');
    const key = 'k'.repeat(1000);
    expect(() => unsqueeze([[[key]], [-1, ...Array.from({ length: 1000 }, () => [0, null])]], 100_000)).toThrow('too large');
    let deep: unknown = 1;
    for (let depth = 0; depth < 1000; depth++) deep = [-1, deep];
    expect(() => unsqueeze([[], deep], 1e6)).toThrow('not a squeezed value');
  });
});

describe('links', () => {
  it('KEP-20 any state comes back letter by letter, be it JSON or not', async () => {
    const text = fc.oneof(fc.json(), fc.string({ unit: 'binary' }));
    await fc.assert(
      fc.asyncProperty(text, fc.string({ unit: 'grapheme' }), fc.string(), async (saved, title, lab) => {
        const link = await encodeLink({ saved, title, lab });
        expect(link).toMatch(/^s=1[\w-]+$/);
        expect(isLink(`#${link}`)).toBe(true);
        expect(await decodeLink(`#${link}`)).toEqual({ saved, title, lab });
      }),
      // A lone surrogate has no bytes, so no text of a session has one.
      { examples: [['{"a":-0}', '标题', 'lesson-x']] },
    );
  });

  it('KEP-21 one letter more, less or other is noticed', async () => {
    const link = await encodeLink({ saved: '{"strata":2,"events":["docker build -t web ."]}', title: 'web', lab: 'sandbox' });
    for (let at = 3; at < link.length; at++) {
      const other = link[at] === 'A' ? 'B' : 'A';
      for (const wrong of [link.slice(0, at) + other + link.slice(at + 1), link.slice(0, at), link.slice(0, at) + link.slice(at + 1)]) {
        const seen = await decodeLink(wrong).catch((error: unknown) => error);
        // The last letter has bits that carry nothing.
        if (!(seen instanceof LinkError)) expect([wrong.length, at]).toEqual([link.length, link.length - 1]);
      }
    }
    expect(await trouble('')).toBe('damaged');
    expect(await trouble('#s=')).toBe('damaged');
    expect(await trouble('#s=1')).toBe('damaged');
    expect(await trouble('#s=1!!!')).toBe('damaged');
    expect(await trouble('#part-two')).toBe('damaged');
  });

  it('KEP-22 a version that is not known is called newer', async () => {
    expect(await trouble('#s=2abc')).toBe('newer');
    expect(await trouble('#s=zabc')).toBe('newer');
  });

  it('KEP-23 a bomb is stopped when it grows', async () => {
    const bomb = deflateSync(new Uint8Array(64 << 20), { level: 9 });
    expect(bomb.length).toBeLessThan(100_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(await trouble(`s=1${toBase64url(new Uint8Array([0, 0, 0, 0, 0, 0, ...bomb]))}`)).toBe('large');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 << 20);
  });

  it('KEP-23 whatever stands in a link with a right check sum: a state, or damaged', async () => {
    for (const text of ['', 'null', '[]', '[1,2,3]', '["a","b"]', '["a","b",[[],[7]]]', '{"__proto__":1}', '["a","b",{}]', '\0'])
      expect(await trouble(await forged(utf8(text)))).toBe('damaged');
    expect(await trouble(await forged(new Uint8Array([0xff, 0xfe])))).toBe('damaged');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const seen = await decodeLink(`s=1${toBase64url(bytes)}`).catch((error: unknown) => error);
        expect(seen).toBeInstanceOf(LinkError);
      }),
    );
  });

  it('KEP-24 the dictionary of version 1 is the one that links were made with', async () => {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', dictionary));
    expect(toBase64url(digest.slice(0, 9))).toMatchInlineSnapshot(`"UZ7P-QkR2inR"`);
    expect(dictionary.length).toBeLessThan(32_768);
    const state = {
      saved: '{"strata":2,"points":[{"kind":"command","label":"docker ps","at":7}],"head":0}',
      title: 'first',
      lab: 'sandbox',
    };
    const old = await encodeLink(state);
    expect(old).toMatchInlineSnapshot(`"s=1PVk_lUpFQ044aZlFxUCPoKQe1PjGHlqwIIEFCBbblHTMwT6LjQUA"`);
    expect(await decodeLink(old)).toEqual(state);
  });
});

it('KEP-20 base64url is that of RFC 4648', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64url(toBase64url(bytes))).toEqual(new Uint8Array(bytes));
    }),
  );
  expect(fromBase64url('a')).toBeUndefined();
  expect(fromBase64url('a+/=')).toBeUndefined();
});
