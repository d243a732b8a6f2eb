import { expect, test } from 'vitest';
import { containerCapabilities, DEFAULT_CAPABILITIES } from './capabilities.ts';

test('CTR-21 capabilities start from the default ones and follow what is added and dropped', () => {
  expect(containerCapabilities([], [], false)).toEqual(DEFAULT_CAPABILITIES);
  expect([...containerCapabilities(['net_admin'], ['ALL'], false)]).toEqual(['NET_ADMIN']);
  expect(containerCapabilities(['CAP_SYS_TIME'], ['CHOWN'], false)).toEqual(
    new Set([...DEFAULT_CAPABILITIES, 'SYS_TIME'].filter((name) => name !== 'CHOWN')),
  );
  expect(containerCapabilities(['ALL'], ['CHOWN'], false).has('CHOWN')).toBe(false);
  expect(containerCapabilities(['ALL'], ['ALL'], false).size).toBe(41);
  expect(containerCapabilities([], ['ALL'], true).size).toBe(41);
});
