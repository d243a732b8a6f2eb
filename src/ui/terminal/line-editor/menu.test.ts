import { describe, expect, it } from 'vitest';
import { decode } from './keys.ts';
import { listing } from './listing.ts';
import { reduce } from './reduce.ts';
import { emptyLine, type LineState } from './state.ts';

const show = (state: LineState): string => `${state.text.slice(0, state.cursor)}|${state.text.slice(state.cursor)}`;

function keys(start: LineState, ...typed: readonly string[]): LineState {
  return typed.flatMap(decode).reduce((state, action) => reduce(state, action).state, start);
}

const typed = (text: string, history: readonly string[] = []): LineState => keys(emptyLine(history), text);
const details = ['running', 'exited', 'running'].map((note) => ({ kind: 'container' as const, note }));
const listed = (line: string, from: number): LineState =>
  reduce(typed(line), { type: 'completed', candidates: ['api', 'app', 'web'], details, from, to: line.length }).state;

describe('menu', () => {
  it('TRM-1 Tab walks through the list, Shift-Tab back, and the line shows what is chosen', () => {
    const open = listed('docker rm ', 10);
    expect(open.menu?.chosen).toBeUndefined();
    expect(show(keys(open, '\t'))).toBe('docker rm api|');
    expect(show(keys(open, '\t', '\t'))).toBe('docker rm app|');
    expect(show(keys(open, '\t', '\t', '\t', '\t'))).toBe('docker rm api|');
    expect(show(keys(open, '\x1b[Z'))).toBe('docker rm web|');
    expect(show(keys(open, '\t', '\x1b[B', '\x1b[B', '\x1b[A'))).toBe('docker rm app|');
  });

  it('TRM-1 Enter takes the chosen one and runs nothing; without a choice it runs the line', () => {
    const open = listed('docker rm ', 10);
    const taken = reduce(keys(open, '\t'), { type: 'enter' });
    expect([show(taken.state), taken.state.menu, taken.effects]).toEqual(['docker rm api |', undefined, []]);
    expect(reduce(open, { type: 'enter' }).effects).toEqual([{ type: 'submit', text: 'docker rm ' }]);
  });

  it('TRM-2 Esc gives the line back as it was, other keys close the list and keep it', () => {
    const open = listed('docker rm ', 10);
    expect(show(keys(open, '\t', '\x1b'))).toBe('docker rm |');
    const left = keys(open, '\t', '\x01');
    expect([show(left), left.menu]).toEqual(['|docker rm api', undefined]);
  });

  it('TRM-2 letters narrow the list', () => {
    const open = listed('docker rm ', 10);
    expect(keys(open, 'a').menu?.candidates).toEqual(['api', 'app']);
    expect(keys(open, 'a', 'p', 'i').menu).toBeUndefined();
    expect(keys(open, 'x').menu).toBeUndefined();
  });

  it('TRM-3 with room each candidate has a row and its note; without, they stand in columns', () => {
    const menu = listed('docker rm ', 10).menu!;
    const text = (columns: number, chosen?: number) =>
      listing(chosen === undefined ? menu : { ...menu, chosen }, columns).rows.map(({ cells }) =>
        cells.map((cell) => `${cell.chosen ? '>' : ''}${cell.text}${cell.note}`).join(''),
      );
    expect(text(60, 1)).toEqual(['api  running', '>app  exited', 'web  running']);
    expect(text(20)).toEqual(['api  app  web']);
    expect(text(11)).toEqual(['api  web', 'app']);
  });

  it('TRM-3 no more than eight rows, the chosen one among them, with its place in all', () => {
    const candidates = Array.from({ length: 40 }, (_, at) => `flag-${String(at).padStart(2, '0')}`);
    const menu = {
      candidates,
      details: candidates.map(() => ({ kind: 'flag' as const, note: 'n' })),
      from: 0,
      to: 0,
      before: '',
      chosen: 30,
    };
    const { rows, count } = listing(menu, 80);
    expect(rows).toHaveLength(8);
    expect(rows.some(({ cells }) => cells[0]?.chosen && cells[0].text.startsWith('flag-30'))).toBe(true);
    expect(count).toBe('31/40');
  });
});

describe('undo', () => {
  it('TRM-4 Ctrl-_ takes back one edit after the other; letters up to a blank are one', () => {
    const typedOne = keys(emptyLine(), ...'docker ps'.split(''));
    expect(show(keys(typedOne, '\x1f'))).toBe('docker |');
    expect(show(keys(typedOne, '\x1f', '\x1f', '\x1f'))).toBe('|');
    expect(show(keys(typedOne, '\x15', '\x1f'))).toBe('docker ps|');
    expect(show(keys(typedOne, '\x1bb', '\x17', '\x1f'))).toBe('docker |ps');
    expect(reduce(emptyLine(), { type: 'undo' }).effects).toEqual([{ type: 'bell' }]);
  });

  it('TRM-4 nothing of the line before comes back', () => {
    expect(show(keys(emptyLine(), 'ls', '\r', 'x', '\x1f', '\x1f'))).toBe('|');
  });
});

describe('history', () => {
  const history = ['docker build .', 'ls', 'docker images', 'docker build -t a .'];
  it('TRM-5 Page Up and Page Down go to lines that begin as what is typed', () => {
    expect(show(keys(typed('docker b', history), '\x1b[5~'))).toBe('docker b|uild -t a .');
    expect(show(keys(typed('docker b', history), '\x1b[5~', '\x1b[5~'))).toBe('docker b|uild .');
    expect(show(keys(typed('docker b', history), '\x1b[5~', '\x1b[5~', '\x1b[6~'))).toBe('docker b|uild -t a .');
    expect(reduce(typed('zzz', history), { type: 'history-before' }).effects).toEqual([{ type: 'bell' }]);
  });

  it('TRM-5 Up keeps to lines that begin as what is typed, when there are any', () => {
    expect(show(keys(typed('docker b', history), '\x1b[A', '\x1b[A'))).toBe('docker build .|');
    expect(show(keys(typed('docker b', history), '\x1b[A', '\x1b[A', '\x1b[B', '\x1b[B'))).toBe('docker b|');
    expect(show(keys(typed('zzz', history), '\x1b[A'))).toBe('docker build -t a .|');
  });

  it('TRM-6 Up and Down move between the rows of a line before they leave it', () => {
    const line = typed('x', ['before']);
    const rows = keys(line, '\x15', '\x1b[200~one\ntwo\nlonger\x1b[201~');
    expect(show(keys(rows, '\x1b[A'))).toBe('one\ntwo|\nlonger');
    expect(show(keys(rows, '\x1b[A', '\x1b[A'))).toBe('one|\ntwo\nlonger');
    expect(show(keys(rows, '\x1b[A', '\x1b[A', '\x1b[A'))).toBe('before|');
    expect(show(keys(rows, '\x1b[A', '\x1b[B'))).toBe('one\ntwo\nlon|ger');
  });
});
