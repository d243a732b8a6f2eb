import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PMap } from './index.ts';

type Step = { readonly key: string | number; readonly value: number | undefined; readonly snapshot: boolean };
const keys = fc.oneof(fc.integer({ min: 0, max: 80 }), fc.string({ maxLength: 2 }), fc.constantFrom('Aa', 'BB', 'AaAa', 'BBBB', 'AaBB'));
const steps = fc.array(fc.record<Step>({ key: keys, value: fc.option(fc.nat(5), { nil: undefined }), snapshot: fc.boolean() }), {
  maxLength: 200,
});

const content = (map: PMap<string | number, number>): Map<string | number, number> => new Map(map.entries());

test('TRE-1 a persistent map behaves as a map, and maps handed out never change', () => {
  fc.assert(
    fc.property(steps, (list) => {
      let map = PMap.empty<string | number, number>();
      let owner = {};
      const model = new Map<string | number, number>();
      const kept: [PMap<string | number, number>, Map<string | number, number>][] = [];
      for (const { key, value, snapshot } of list) {
        map = value === undefined ? map.delete(key, owner) : map.set(key, value, owner);
        if (value === undefined) model.delete(key);
        else model.set(key, value);
        expect(map.get(key)).toBe(model.get(key));
        expect(map.size).toBe(model.size);
        if (!snapshot) continue;
        kept.push([map, new Map(model)]);
        owner = {};
      }
      expect(content(map)).toEqual(model);
      for (const [old, was] of kept) expect(content(old)).toEqual(was);
    }),
  );
});

test('TRE-2 changed keys are those whose values are not the same in both maps', () => {
  fc.assert(
    fc.property(steps, steps, (first, second) => {
      let a = PMap.empty<string | number, number>();
      for (const { key, value } of first) a = value === undefined ? a.delete(key) : a.set(key, value);
      let b = a;
      for (const { key, value } of second) b = value === undefined ? b.delete(key) : b.set(key, value);
      const all = new Set([...a.keys(), ...b.keys()]);
      const expected = [...all].filter((key) => a.has(key) !== b.has(key) || a.get(key) !== b.get(key));
      expect(new Set(PMap.changedKeys(a, b))).toEqual(new Set(expected));
    }),
  );
});
