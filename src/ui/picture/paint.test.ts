import { describe, expect, it } from 'vitest';
import { bedWidth, paint } from './paint.ts';

describe('paint', () => {
  it.each([
    ['sha256:63ca1fbb43e5', { hue: 135, tone: 1, texture: 7, code: '63ca' }],
    ['0e5b73f1c2', { hue: 0, tone: 1, texture: 3, code: '0e5b' }],
    ['b1c4058e7d', { hue: 247.5, tone: 1, texture: 5, code: 'b1c4' }],
    ['ffffff', { hue: 337.5, tone: 0, texture: 7, code: 'ffff' }],
    ['000000', { hue: 0, tone: 0, texture: 0, code: '0000' }],
  ])('LES-20 %s has one look', (digest, look) => {
    expect(paint(digest)).toEqual(look);
  });

  it('LES-20 depends on nothing but the first three bytes', () => {
    expect(paint('sha256:a1b2c3d4')).toEqual(paint('a1b2c3ffffff'));
  });

  it('LES-21 widths grow with the logarithm of the size and stop at 1 GB', () => {
    expect([0, 1, 1000, 1e6, 1e9, 1e12].map(bedWidth)).toEqual([34, 34, 56, 78, 100, 100]);
  });
});
