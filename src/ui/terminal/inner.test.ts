import { expect, it } from 'vitest';
import { emptyInner, type Inner, type InnerEffect, inner } from './inner.ts';
import { decode } from './line-editor/index.ts';

function play(...keys: readonly string[]): { state: Inner; effects: InnerEffect[] } {
  const effects: InnerEffect[] = [];
  let state = emptyInner();
  for (const action of keys.flatMap(decode)) {
    const step = inner(state, action);
    state = step.state;
    effects.push(...step.effects);
  }
  return { state, effects };
}

it('TRM-70 a line for the shell inside is edited, sent with Enter, and remembered', () => {
  expect(play('ech', 'o', '\x01', 'x', '\x7f', '\x05', ' hi', '\r').effects).toEqual([{ type: 'send', text: 'echo hi\n' }]);
  expect(play('ls', '\r', 'pwd', '\r', '\x1b[A', '\x1b[A').state.line.text).toBe('ls');
  expect(play('ls', '\r', 'pwd', '\r', '\x12', 'l', '\r').effects.at(-1)).toEqual({ type: 'send', text: 'ls\n' });
});

it('TRM-70 an open quote is sent too: the shell inside asks for the rest', () => {
  expect(play('echo "a', '\r').effects).toEqual([{ type: 'send', text: 'echo "a\n' }]);
});

it('TRM-72 Tab asks what the word could become; one candidate completes it, several are listed and walked through', () => {
  const asked = play('cd /et', '\t');
  expect(asked.effects).toEqual([{ type: 'complete' }]);
  const one = inner(asked.state, { type: 'completed', candidates: ['/etc/'], from: 3, to: 6 });
  expect(one.state.line.text).toBe('cd /etc/');
  const several = inner(play('ls /', '\t').state, { type: 'completed', candidates: ['/bin/', '/etc/'], from: 3, to: 4 });
  expect(several.state.line.menu?.candidates).toEqual(['/bin/', '/etc/']);
  const [tab = { type: 'cancel' }] = decode('\t');
  const chosen = inner(several.state, tab);
  expect(chosen.state.line.text).toBe('ls /bin/');
  const taken = inner(chosen.state, { type: 'enter' });
  expect(taken).toMatchObject({ state: { line: { text: 'ls /bin/' } }, effects: [] });
  expect(inner(taken.state, { type: 'enter' }).effects).toEqual([{ type: 'send', text: 'ls /bin/\n' }]);
});

it('TRM-71 Ctrl-C and Ctrl-D on an empty line go to it, Ctrl-D in a line deletes', () => {
  expect(play('\x04').effects).toEqual([{ type: 'eof' }]);
  expect(play('abc', '\x03')).toMatchObject({ state: { line: { text: '' } }, effects: [{ type: 'interrupt' }] });
  expect(play('abc', '\x01', '\x04').state.line.text).toBe('bc');
});
