import { describe, expect, test } from 'vitest';
import { difference } from './difference.ts';
import { edited, fileText, fresh, isInConflict, isUnsaved, keepMine, reread, takeTheirs, written } from './doc.ts';

const text = (content: string) => ({ content, binary: false, size: content.length });
const opened = (content: string) => reread(fresh('strata', '/a'), text(content));

describe('open files', () => {
  test('EDR-30 what a command writes is shown at once while nothing is unsaved', () => {
    expect(reread(opened('a\n'), text('b\n'))).toMatchObject({ text: 'b\n', saved: 'b\n' });
  });
  test('EDR-31 with unsaved text both are kept until the learner chooses', () => {
    const both = reread(edited(opened('a\n'), 'mine\n'), text('theirs\n'));
    expect(both).toMatchObject({ text: 'mine\n', theirs: 'theirs\n', saved: 'a\n' });
    expect(isInConflict(both)).toBe(true);
    expect(keepMine(both)).toMatchObject({ text: 'mine\n', saved: 'theirs\n' });
    expect(isUnsaved(keepMine(both))).toBe(true);
    expect(takeTheirs(both)).toMatchObject({ text: 'theirs\n', saved: 'theirs\n' });
    expect(isUnsaved(takeTheirs(both))).toBe(false);
    expect(isInConflict(takeTheirs(both))).toBe(false);
  });
  test('EDR-31 both wrote the same, or the machine went back: no conflict', () => {
    const mine = edited(opened('a\n'), 'b\n');
    expect(isInConflict(reread(mine, text('b\n')))).toBe(false);
    expect(isUnsaved(reread(mine, text('b\n')))).toBe(false);
    const both = reread(mine, text('c\n'));
    expect(isInConflict(reread(both, text('a\n')))).toBe(false);
    expect(isUnsaved(reread(both, text('a\n')))).toBe(true);
  });
  test('EDR-32 a file that is deleted leaves its text', () => {
    const gone = reread(edited(opened('a\n'), 'b\n'), { gone: true });
    expect(gone).toMatchObject({ kind: 'gone', text: 'b\n' });
    expect(isUnsaved(gone)).toBe(true);
    expect(written(gone, 'b\n')).toMatchObject({ kind: 'text', saved: 'b\n' });
    expect(reread(fresh('m', '/a'), { gone: true }).kind).toBe('failed');
  });
  test('EDR-33 line ends stay as the file has them', () => {
    const doc = opened('a\r\nb\r\n');
    expect(doc.text).toBe('a\nb\n');
    expect(fileText(edited(doc, 'a\nc\n'))).toBe('a\r\nc\r\n');
  });
  test('EDR-34 what is no text, or too much of it, is not shown as text', () => {
    expect(reread(fresh('m', '/a'), { content: '', binary: true, size: 9 })).toMatchObject({ kind: 'binary', size: 9 });
    expect(reread(fresh('m', '/a'), { trouble: '/a: File too large' }).kind).toBe('big');
    expect(reread(fresh('m', '/a'), { trouble: '/a: Permission denied' })).toMatchObject({
      kind: 'failed',
      trouble: '/a: Permission denied',
    });
    expect(isUnsaved(reread(opened('a'), { content: '', binary: true, size: 9 }))).toBe(false);
  });
});

describe('difference', () => {
  const lines = (a: string, b: string) => difference(a, b).map((line) => (line === 'gap' ? '…' : `${line.sign}${line.text}`));
  test('EDR-35 shows what only one text has, with the lines around it', () => {
    expect(lines('a\nb\nc\nd\ne\nf\ng', 'a\nb\nc\nd\nX\nf\ng\nh')).toEqual(['…', ' c', ' d', '-e', '+X', ' f', ' g', '+h']);
    expect(lines('a', 'a')).toEqual(['…']);
    expect(lines('', 'a\nb')).toEqual(['-', '+a', '+b']);
  });
});
