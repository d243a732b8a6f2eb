import { expect, it } from 'vitest';
import { controlKeys, extraKeys, withControl } from './keys.ts';

it('TRM-43 a key with Ctrl is the control character, arrows go by words, others stay', () => {
  expect(controlKeys.map(withControl).join('')).toBe('\x03\x04\x12\x0c\x01\x05\x15\x0b\x17\x19\x1a');
  expect([withControl('-'), withControl('\x1b[D'), withControl('|'), withControl('\t')]).toEqual(['\x1f', '\x1b[1;5D', '|', '\t']);
});

it('TRM-43 the row has the keys that phones hide', () => {
  const labels = extraKeys.map(({ label }) => label);
  for (const label of ['Tab', 'Esc', '↑', '/', '-', '|', '~', '"', "'"]) expect(labels).toContain(label);
  expect(new Set(labels).size).toBe(labels.length);
});
