import { describe, expect, it } from 'vitest';
import { add, addTyped, asked, chipsOf, groupsOf, isComplete, remove, type Suggestion } from './model.ts';

const word = (text: string, kind: Suggestion['kind'] = 'command', shown = text): Suggestion => ({ text, shown, note: '', kind });

describe('composer', () => {
  it('TRM-40 words are put one behind the other, a flag waits for its value', () => {
    let words: readonly string[] = ['docker'];
    for (const one of [word('run'), word('--detach', 'flag'), word('--name', 'flag', '--name string')]) words = add(words, one);
    expect(words).toEqual(['docker', 'run', '--detach', '--name=']);
    expect(isComplete(words)).toBe(false);
    words = addTyped(words, ' my web ');
    expect(words.at(-1)).toBe('--name="my web"');
    words = add(words, word('busybox:latest', 'image'));
    expect([words.join(' '), isComplete(words)]).toEqual(['docker run --detach --name="my web" busybox:latest', true]);
  });

  it('TRM-40 a value that is tapped goes behind its flag', () => {
    expect(add(['docker', 'run', '--network='], word('--network=host', 'value'))).toEqual(['docker', 'run', '--network=host']);
    expect(add(['docker', 'run', '--network='], word('host', 'network'))).toEqual(['docker', 'run', '--network=host']);
  });

  it('TRM-41 a word is taken away alone, the command with all that depends on it', () => {
    const words = ['docker', 'run', '-d', 'busybox'];
    expect(remove(words, 2)).toEqual(['docker', 'run', 'busybox']);
    expect(remove(words, 1)).toEqual(['docker']);
    expect(remove(words, 0)).toEqual([]);
    expect(chipsOf(words).map(({ kind }) => kind)).toEqual(['word', 'word', 'flag', 'value']);
  });

  it('TRM-42 asks Tab what comes next and what flags there are', () => {
    expect(asked(['docker', 'run'])).toEqual(['docker run ', 'docker run -']);
    expect(asked(['docker', 'run', '--network='])).toEqual(['docker run --network=']);
    expect(asked([])).toEqual(['']);
  });

  it('TRM-42 suggestions stand in groups, things before words, well-known commands first', () => {
    const groups = groupsOf([
      {
        candidates: ['attach', 'build', 'run', 'web:1'],
        details: [...['a', 'b', 'c'].map((note) => ({ kind: 'command' as const, note })), { kind: 'image', note: '1.9MB' }],
        from: 0,
        to: 0,
      },
      {
        candidates: ['--detach', '-d', '-x'],
        details: [
          { kind: 'flag', note: 'same' },
          { kind: 'flag', note: 'same' },
          { kind: 'flag', note: 'own' },
        ],
        from: 0,
        to: 0,
      },
    ]);
    expect(groups.map(({ kind, items }) => `${kind}: ${items.map(({ text }) => text).join(' ')}`)).toEqual([
      'image: web:1',
      'command: run build attach',
      'flag: --detach -x',
    ]);
  });
});
