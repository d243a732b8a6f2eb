import { describe, expect, it } from 'vitest';
import { evaluate } from '../engine/queries/matrix.ts';
import { cellId, combination, combinations, first, type Preset, presets, promptLine } from './combinations.ts';
import { type Cell, cellOf } from './model.ts';
import { matrixText } from './text.ts';
import { matrixWords } from './words.ts';

async function cellsOf({ values, setup }: Preset): Promise<ReadonlyMap<string, Cell>> {
  const asked = combinations(values, setup);
  const tried = await evaluate(asked);
  return new Map(asked.map((one, index) => [one.id, cellOf(one, tried[index]!)]));
}

describe('the matrix of ENTRYPOINT and CMD', () => {
  it.each(['en', 'zh'] as const)('MTX-1 every square of every beginning in words (%s)', async (locale) => {
    const texts = [];
    for (const preset of presets) texts.push(matrixText(await cellsOf(preset), matrixWords(locale)));
    await expect(texts.join('\n')).toMatchFileSnapshot(`testdata/matrix.${locale}.golden`);
  });

  it('MTX-2 the Dockerfile reference: exec ENTRYPOINT takes CMD as arguments, shell ENTRYPOINT takes none', async () => {
    const cells = await cellsOf(first);
    const argv = (id: string) => cells.get(id)?.tried.argv;
    expect(cells.get('none/none')?.tried.error).toMatchObject({ at: 'run', text: 'no command specified', exitCode: 125 });
    expect(argv('exec/exec')).toEqual(['echo', 'entry', 'echo', 'cmd']);
    expect(argv('exec/shell')).toEqual(['echo', 'entry', '/bin/sh', '-c', 'echo cmd']);
    expect(cells.get('shell/exec')?.argv.words.map(({ text, lost }) => (lost ? `(${text})` : text))).toEqual([
      '/bin/sh',
      '-c',
      'echo entry',
      '(echo)',
      '(cmd)',
    ]);
    expect(argv('none/parent')).toEqual(['echo', 'parent']);
    expect(argv('exec/parent')).toEqual(['echo', 'entry']);
    expect(argv('exec/args')).toEqual(['echo', 'entry', 'Bob']);
    expect(argv('flag/exec')).toEqual(['pwd']);
  });

  it('MTX-3 signals: a handler in PID 1 ends it at once, a shell in between lets ten seconds pass', async () => {
    const [signals] = presets.filter(({ id }) => id === 'signals');
    const cells = await cellsOf(signals!);
    expect(cells.get('exec/none')?.tried.stop).toMatchObject({ outcome: 'handled', exitCode: 0, output: 'app: TERM, bye\n' });
    expect(cells.get('exec/none')?.tried.stop?.seconds).toBeLessThan(2);
    expect(cells.get('shell/none')?.tried.stop).toMatchObject({ outcome: 'unheard', exitCode: 137, seconds: 10, output: '' });
  });

  it('MTX-4 what is typed wrong is told: bad JSON is shell form, an open quote, a program that is not there, one without rest', async () => {
    const ask = (cmdExec: string, args = '') => combination('none', args === '' ? 'exec' : 'args', { ...first.values, cmdExec, args }, []);
    const asked = [ask('["echo"'), ask('["echo"]', '"x'), ask('["nobody"]'), ask('["yes"]')];
    const tried = await evaluate(asked);
    const cells = asked.map((one, index) => cellOf(one, tried[index]!));
    expect(cells.map(({ facts, tried: { error, exitCode } }) => [facts, error?.at ?? exitCode])).toEqual([
      [['exec-became-shell', 'cmd-alone-shell', 'not-found'], 127],
      [[], 'quote'],
      [['cmd-alone', 'not-found'], 'run'],
      [[], 'time'],
    ]);
  });

  it('MTX-5 the proof is what a terminal shows', async () => {
    const [tried] = await evaluate([combination('shell', 'exec', first.values, [])]);
    expect(tried?.dockerfile).toBe('FROM scratch\nCOPY --from=busybox / /\nENTRYPOINT echo entry\nCMD ["echo","cmd"]\n');
    expect(tried?.proof).toEqual([
      { command: 'docker run --name demo img', output: 'entry\n' },
      { command: "docker inspect -f '{{.Path}} {{json .Args}}' demo", output: '/bin/sh ["-c","echo entry","echo","cmd"]\n' },
      { command: "docker inspect -f '{{.State.ExitCode}}' demo", output: '0\n' },
    ]);
  });

  it('MTX-6 the line for a prompt builds the same image, whatever quotes it has', () => {
    const wrapper = presets.find(({ id }) => id === 'signals')!;
    expect(promptLine(combination('exec', 'none', wrapper.values, []))).toBe(
      `printf '%s\\n' 'FROM scratch' 'COPY --from=busybox / /' 'ENTRYPOINT ["/app","entry"]' | docker build -q -t img - && docker run --rm img`,
    );
    expect(promptLine(combination('none', 'shell', { ...first.values, cmdShell: "echo 'a b'" }, []))).toContain(`'CMD echo '\\''a b'\\'''`);
    expect(cellId('flag', 'args')).toBe('flag/args');
  });
});
