import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSpec, route, spec } from '../help/index.ts';
import { parse, parseMount } from './index.ts';

/** Parses words for a command that must accept them. */
function accepted(path: string, words: readonly string[]) {
  const result = parse(spec(path), words);
  if (result.kind !== 'run') throw new Error(JSON.stringify(result));
  return result;
}

describe('CLI-7 spellings of a flag', () => {
  it.each([
    [['--name', 'a', 'img']],
    [['--name=a', 'img']],
    [['-itd', '--name', 'a', 'img']],
    [['-it=true', '--name=b', '--name=a', 'img']],
    [['--name', 'a', '--', 'img']],
  ])('%j', (words) => {
    const { flags, args } = accepted('run', words);
    expect(flags.string('name')).toBe('a');
    expect(args).toEqual(['img']);
  });

  it('a shorthand takes its value attached, after = or as the next word', () => {
    for (const words of [['-eA=1'], ['-e', 'A=1'], ['-e=A=1'], ['-ieA=1']])
      expect(accepted('run', [...words, 'img']).flags.list('env')).toEqual(['A=1']);
  });

  it('a bool takes no next word', () => {
    const { flags, args } = accepted('run', ['--rm', 'false', 'x']);
    expect(flags.bool('rm')).toBe(true);
    expect(args).toEqual(['false', 'x']);
    expect(accepted('run', ['--rm=false', 'x']).flags.bool('rm')).toBe(false);
  });
});

it('CLI-8 flags after the image belong to the container', () => {
  expect(accepted('run', ['img', '--rm', '-e', 'x']).args).toEqual(['img', '--rm', '-e', 'x']);
  expect(accepted('rmi', ['img', '-f']).flags.bool('force')).toBe(true);
});

it('CLI-9 values by type, and their defaults', () => {
  const { flags } = accepted('run', [
    '-m',
    '64m',
    '--memory-swap',
    '-1',
    '--cpus',
    '1.5',
    '--stop-timeout',
    '0x10',
    '--health-interval',
    '1m30s',
    '-a',
    'STDIN',
    '-l',
    'a=b=c',
    '-l',
    'd',
    'i',
  ]);
  expect(flags.int('memory')).toBe(67108864);
  expect(flags.int('memory-swap')).toBe(-1);
  expect(flags.nanos('cpus')).toBe(1_500_000_000n);
  expect(flags.int('stop-timeout')).toBe(16);
  expect(flags.nanos('health-interval')).toBe(90_000_000_000n);
  expect(flags.list('attach')).toEqual(['stdin']);
  expect([...flags.map('label')]).toEqual([
    ['a', 'b=c'],
    ['d', ''],
  ]);
  expect([flags.string('pull'), flags.bool('sig-proxy'), flags.int('memory-swappiness')]).toEqual(['missing', true, -1]);
  expect([flags.changed('pull'), flags.changed('memory'), flags.list('ulimit')]).toEqual([false, true, []]);
});

it('CLI-9 filters collect under their name, in lower case', () => {
  const { flags } = accepted('ps', ['-f', 'Status=exited', '--filter', 'status = running', '-f', 'name=a=b', '-f', 'name=a=b']);
  expect([...flags.filters()]).toEqual([
    ['status', ['exited', 'running']],
    ['name', ['a=b']],
  ]);
});

it('CLI-10 other spellings reach the same flag', () => {
  expect(accepted('run', ['--net', 'none', 'i']).flags.list('network')).toEqual(['none']);
  const { flags, warnings } = accepted('stop', ['--time', '3', 'c']);
  expect(flags.int('timeout')).toBe(3);
  expect(warnings).toBe('Flag --time has been deprecated, use --timeout instead\n');
});

it('CLI-11 mounts are read into their parts', () => {
  expect(parseMount('Type=bind,src=/a,"dst=/b,c",ro,bind-propagation=rshared')).toMatchObject({
    type: 'bind',
    source: '/a',
    target: '/b,c',
    readOnly: true,
  });
  expect(parseMount('dst=/x,volume-opt=a=b,volume-opt=c')).toMatchObject({
    type: 'volume',
    driverOptions: new Map([
      ['a', 'b'],
      ['c', ''],
    ]),
  });
});

describe('CLI-5 words lead to commands', () => {
  it('by path, alias and listed spelling', () => {
    for (const words of [['image', 'ls'], ['image', 'list'], ['container', 'ps'], ['rmi']]) expect(findSpec(words)).toBeDefined();
    expect(findSpec(['container', 'list'])!.commandPath).toBe('docker container ls');
    expect(findSpec(['remove'])).toBeUndefined();
    expect([findSpec(['builder', 'b'])?.commandPath, findSpec(['b'])]).toEqual(['docker buildx build', undefined]);
  });

  it('global flags come first, --help before a command is its help', () => {
    const found = route(['-D', '-H', 'unix:///x', 'image', 'ls', '-q']);
    expect(found.kind === 'command' && [found.spec.commandPath, found.argv, found.globals.bool('debug')]).toEqual([
      'docker image ls',
      ['-q'],
      true,
    ]);
    expect(route(['-v'])).toMatchObject({ kind: 'version' });
    expect(route(['image', '--help', 'ls'])).toMatchObject({ kind: 'command', argv: ['--help'] });
    expect(route(['--help', 'foo'])).toMatchObject({ kind: 'text', exit: 0 });
    expect(route([])).toMatchObject({ kind: 'text', exit: 0, stdout: '' });
    expect(route(['buildx', 'foo'])).toMatchObject({ kind: 'text', exit: 1, stderr: 'ERROR: unknown command: "foo"\n' });
  });

  it('DOCKER_BUILDKIT=0 changes whose build it is', () => {
    expect(route(['build', '.'], 'classic')).toMatchObject({ spec: { commandPath: 'docker build', plugin: false } });
    expect(route(['build', '.'])).toMatchObject({ spec: { commandPath: 'docker buildx build', plugin: true } });
  });
});

it('CLI-6 help wins over missing arguments, not over wrong flags', () => {
  expect(parse(spec('rmi'), ['--help']).kind).toBe('help');
  expect(parse(spec('rmi'), ['-h'])).toEqual({ kind: 'help', warnings: 'Flag shorthand -h has been deprecated, use --help\n' });
  expect(parse(spec('rmi'), ['--help', '--nope']).kind).toBe('error');
  expect(accepted('run', ['-h', 'host', 'img']).flags.string('hostname')).toBe('host');
});

it('CLI-3 any words are routed and parsed without an exception', () => {
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'run',
      'image',
      'ls',
      '-it',
      '--help',
      '--',
      '-',
      '--mount',
      '--format',
      '-f',
      '--ulimit',
      'help',
      'buildx',
      'a=b',
      '--net=x',
      '-m',
      '1.5g',
      '--cpus',
      '--gpus',
    ),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), (words) => {
      const found = route(words);
      if (found.kind === 'command') parse(found.spec, found.argv);
    }),
    { numRuns: 3000 },
  );
});
