import { expect, test } from 'vitest';
import { checkOptions } from './options.ts';

// Recorded from Docker 28.5.2: docker volume create with these options.
test.each([
  [{ type: 'tmpfs' }, 'create vo: missing required option: "device"'],
  [{ device: '/tmp' }, 'create vo: missing required option: "type"'],
  [{ o: 'bind' }, 'create vo: missing required option: "device"'],
  [{ size: '1m' }, 'create vo: quota size requested but no quota support'],
  [{ size: 'x' }, "create vo: invalid size: 'x'"],
  [{ type: '' }, 'create vo: missing required option: "device"'],
  [{ x: 'y' }, 'create vo: invalid option: "x"'],
])('CTR-19 the local driver refuses %j', (options, message) => {
  expect(() => checkOptions('vo', options as Record<string, string>)).toThrow(message);
});

test('CTR-19 the local driver takes tmpfs and bind', () => {
  expect(() => checkOptions('vo', { type: 'tmpfs', device: 'tmpfs' })).not.toThrow();
  expect(() => checkOptions('vo', { type: 'none', device: '/nope', o: 'bind' })).not.toThrow();
});
