// The digest ripple in words: what was changed, and the whole as text (which the goldens keep).
import type { Ripple, RippleChange } from '../../session/queries/store.ts';
import { bare } from '../model.ts';
import type { RippleModel } from './model.ts';
import type { RippleWords } from './words.ts';

export function sayStart(change: RippleChange, { was, is }: Pick<Ripple, 'was' | 'is'>, t: RippleWords): string {
  if (change.kind === 'config') return t('ripple.start.config', { key: change.key, was: was || '–', is: is || '–' });
  const { path } = change;
  if (change.kind === 'byte') return t('ripple.start.byte', { path, n: change.offset, was: sayByte(was), is: sayByte(is) });
  if (change.kind === 'mtime') return t('ripple.start.mtime', { path, was: sayTime(was), is: sayTime(is) });
  return t('ripple.start.mode', { path, was: Number(was).toString(8).padStart(4, '0'), is: Number(is).toString(8).padStart(4, '0') });
}

/** `0x68 h`: the character only where there is one to see. */
export function sayByte(hex: string): string {
  const shown = charOf(Number.parseInt(hex, 16));
  return shown === '' ? `0x${hex}` : `0x${hex} ${shown}`;
}

export const charOf = (byte: number): string => (byte > 32 && byte < 127 ? String.fromCharCode(byte) : '');

const sayTime = (seconds: string): string => new Date(Number(seconds) * 1000).toISOString().slice(0, 19).replace('T', ' ');

export function rippleText(model: RippleModel, t: RippleWords): string {
  const code = (digest: string): string => bare(digest).slice(0, 4);
  const lines = model.steps.map(({ name, values, pair, changed, why }) => {
    const codes = pair === undefined ? '' : changed ? ` ${code(pair.old)} → ${code(pair.new)}` : ` ${code(pair.new)}`;
    return `${changed ? '≠' : '='} ${t(name, values)}${codes} [${t(changed ? 'ripple.changed' : 'ripple.stays')}] ${t(why)}`;
  });
  return `${t('ripple.result', { n: model.changed, all: model.all })}\n${lines.join('\n')}\n`;
}
