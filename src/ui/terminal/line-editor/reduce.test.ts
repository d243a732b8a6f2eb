import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needsMore, splitCommands } from './continuation.ts';
import { decode } from './keys.ts';
import { reduce } from './reduce.ts';
import { type Action, type Effect, emptyLine, type LineState } from './state.ts';

/** `|` marks the cursor. */
function show(state: LineState): string {
  return `${state.text.slice(0, state.cursor)}|${state.text.slice(state.cursor)}`;
}

function play(keys: readonly string[], start: LineState = emptyLine()): { state: LineState; effects: Effect[] } {
  let state = start;
  const effects: Effect[] = [];
  for (const action of keys.flatMap(decode)) {
    const step = reduce(state, action);
    state = step.state;
    effects.push(...step.effects);
  }
  return { state, effects };
}

const table: readonly (readonly [string, readonly string[], string])[] = [
  ['types', ['docker ps'], 'docker ps|'],
  ['moves and inserts', ['dcker', '\x01', '\x1b[C', 'o'], 'do|cker'],
  ['Ctrl-A and Ctrl-E', ['abc', '\x01', 'x', '\x05', 'y'], 'xabcy|'],
  ['Ctrl-U cuts to the start, Ctrl-Y puts it back', ['abc def', '\x1b[D', '\x15', '\x19', '\x19'], 'abc deabc de|f'],
  ['Ctrl-K cuts to the end', ['abc def', '\x1bb', '\x0b'], 'abc |'],
  ['Ctrl-W cuts a blank-delimited word', ['docker rmi web:1', '\x17'], 'docker rmi |'],
  ['Alt-B and Alt-F stop at word edges', ['docker rmi web:1', '\x1bb', '\x1bb', '\x1bb', '\x1bf'], 'docker rmi| web:1'],
  ['Ctrl-Left as Alt-B', ['one two', '\x1b[1;5D'], 'one |two'],
  ['Alt-D cuts forward', ['one two', '\x01', '\x1bd'], '| two'],
  ['backspace takes a whole wide character', ['层x', '\x1b[D', '\x7f'], '|x'],
  ['backspace takes an emoji whole', ['a😀', '\x7f'], 'a|'],
  ['backspace takes a letter with its combining mark', ['e\u0301', '\x7f'], '|'],
  ['delete and Ctrl-D inside a line', ['abc', '\x01', '\x1b[3~', '\x04'], '|c'],
  ['Ctrl-T swaps', ['ab', '\x14'], 'ba|'],
  ['unknown sequences are nothing', ['a', '\x1b[15~', '\x1bOP', 'b'], 'ab|'],
  ['control characters in pasted text vanish', ['\x1b[200~a\x07b\tc\x1b[201~'], 'ab    c|'],
  ['a paste keeps its lines and runs nothing', ['\x1b[200~echo a\r\necho b\n\x1b[201~'], 'echo a\necho b\n|'],
];

describe('line editor', () => {
  it.each(table)('LES-30 %s', (_, keys, expected) => {
    const { state, effects } = play(keys);
    expect(show(state)).toBe(expected);
    expect(effects.filter((effect) => effect.type === 'submit')).toEqual([]);
  });

  it('LES-31 Up and Down walk the history and give the draft back', () => {
    const start = emptyLine(['one', 'two']);
    expect(show(play(['dra', '\x1b[A'], start).state)).toBe('two|');
    expect(show(play(['dra', '\x1b[A', '\x1b[A'], start).state)).toBe('one|');
    expect(show(play(['dra', '\x1b[A', '\x1b[A', '\x1b[B', '\x1b[B'], start).state)).toBe('dra|');
    expect(play(['\x1b[A', '\x1b[A', '\x1b[A'], start).effects).toEqual([{ type: 'bell' }]);
  });

  it('LES-31 a submitted line enters the history once', () => {
    const { state, effects } = play(['ls', '\r', 'ls', '\r', ' ', '\r']);
    expect(state.history).toEqual(['ls']);
    expect(effects).toEqual([
      { type: 'submit', text: 'ls' },
      { type: 'submit', text: 'ls' },
      { type: 'submit', text: ' ' },
    ]);
  });

  it('LES-32 Ctrl-R finds the newest match, again goes further, Esc gives the line back', () => {
    const start = emptyLine(['docker build .', 'ls', 'docker images']);
    const found = (keys: readonly string[]) => play(keys, start).state;
    expect(found(['\x12', 'dock']).search?.match).toBe(2);
    expect(found(['\x12', 'dock', '\x12']).search?.match).toBe(0);
    expect(found(['\x12', 'dock', '\x12', '\x12']).search?.match).toBe(0);
    expect(show(found(['x', '\x12', 'build', '\x1b']))).toBe('x|');
    expect(show(found(['\x12', 'build', '\x05']))).toBe('docker build .|');
    expect(play(['\x12', 'build', '\r'], start).effects).toContainEqual({ type: 'submit', text: 'docker build .' });
    expect(play(['\x12', 'zzz'], start).effects).toContainEqual({ type: 'bell' });
  });

  it('LES-33 Tab asks; one candidate completes, several extend, and are listed when they agree no further', () => {
    expect(play(['docker im', '\t']).effects).toEqual([{ type: 'complete' }]);
    const at = play(['docker im']).state;
    const done = (candidates: readonly string[]) => reduce(at, { type: 'completed', candidates, from: 7, to: 9 });
    expect(show(done(['images']).state)).toBe('docker images |');
    expect(show(done(['image', 'images']).state)).toBe('docker image|');
    expect(done(['im-a', 'imb']).state.menu).toMatchObject({ candidates: ['im-a', 'imb'], from: 7 });
    expect(show(done(['im-a', 'imb']).state)).toBe('docker im|');
    for (const open of ['src/', 'api:', '--name=']) expect(show(done([open]).state)).toBe(`docker ${open}|`);
    expect(done([]).effects).toEqual([{ type: 'bell' }]);
  });

  it('LES-34 Ctrl-C drops the line, Ctrl-D ends an empty one, Ctrl-L clears', () => {
    expect(play(['abc', '\x03'])).toMatchObject({ state: { text: '' }, effects: [{ type: 'interrupt' }] });
    expect(play(['\x04']).effects).toEqual([{ type: 'eof' }]);
    expect(play(['abc', '\x0c'])).toMatchObject({ state: { text: 'abc' }, effects: [{ type: 'clear' }] });
  });

  it.each([
    ['echo "a', true],
    ["echo 'a", true],
    ['echo \\', true],
    ['cat <<EOF', true],
    ['cat <<EOF\na\nEOF', false],
    ["cat <<-'E'\n\ta\n\tE", false],
    ['for x in a b', true],
    ['for x in a b; do echo $x; done', false],
    ['while :; do :; done', false],
    ['if true; then echo; fi', false],
    ['echo if', false],
    ['(cd /; ls', true],
    ['echo a |', true],
    ['echo a &&', true],
    ['case a in a) echo;; esac', false],
    ['echo "a" # it\'s', false],
    ['printf "a\\"b"', false],
    ['', false],
  ])('LES-35 %j waits for more: %s', (text, more) => {
    expect(needsMore(text)).toBe(more);
  });

  it('LES-35 Enter in an open quote opens a line', () => {
    expect(show(play(['echo "a', '\r', 'b"']).state)).toBe('echo "a\nb"|');
  });

  it.each([
    ['echo a\necho b\n', ['echo a', 'echo b']],
    ['cat <<E\nx\nE\nls', ['cat <<E\nx\nE', 'ls']],
    ['for x in a\ndo echo $x\ndone\nls', ['for x in a\ndo echo $x\ndone', 'ls']],
    ['echo "a\nb"', ['echo "a\nb"']],
    ['docker run \\\n  busybox\nls', ['docker run \\\n  busybox', 'ls']],
  ])('LES-36 pasted %j falls into whole commands', (text, commands) => {
    expect(splitCommands(text)).toEqual(commands);
  });

  it('LES-37 no sequence of keys throws or puts the cursor outside the text', () => {
    const key = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 4 }),
      fc.constantFrom(
        '\x01',
        '\x05',
        '\x0b',
        '\x15',
        '\x17',
        '\x19',
        '\x14',
        '\x7f',
        '\x1b[A',
        '\x1b[B',
        '\x1b[C',
        '\x1b[D',
        '\x1bb',
        '\x1bf',
        '\x1bd',
        '\x12',
        '\r',
        '\x03',
        '\x1b',
        '\x1f',
        '\x1b[5~',
        '\x1b[Z',
      ),
    );
    fc.assert(
      fc.property(fc.array(key, { maxLength: 40 }), (keys) => {
        const { state } = play(keys, emptyLine(['docker build .', '层 e\u0301', 'ls']));
        expect(state.cursor).toBeGreaterThanOrEqual(0);
        expect(state.cursor).toBeLessThanOrEqual(state.text.length);
        const after: Action = { type: 'insert', text: 'x' };
        expect(reduce(state, after).state.text.length + (state.search ? 1 : 0)).toBeGreaterThan(0);
      }),
    );
  });
});
