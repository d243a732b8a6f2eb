import { describe, expect, test } from 'vitest';
import { parseDockerfile } from '../dockerfile.ts';
import { DockerfileError } from '../error.ts';
import { expandInlineSources, expandInstruction } from './expand.ts';
import { labsFeatures } from './features.ts';
import { parseTrigger } from './parse.ts';
import { parseMount } from './run-mount.ts';
import type { StageInstruction } from './types.ts';

function one<K extends StageInstruction['kind']>(kind: K, text: string): Extract<StageInstruction, { kind: K }> {
  const found = parseDockerfile(`FROM busybox\n${text}\n`).stages[0]?.instructions[0];
  if (found?.kind !== kind) throw new Error(`no ${kind}`);
  return found as Extract<StageInstruction, { kind: K }>;
}

describe('typed instructions', () => {
  test('DF-9 flags of COPY and ADD', () => {
    const copy = one('COPY', 'COPY --from=b --chown=1:2 --chmod=755 --link --exclude=*.md --exclude=x a b c/');
    expect(copy).toMatchObject({ from: 'b', chown: '1:2', chmod: '755', link: true, parents: false, excludes: ['*.md', 'x'] });
    expect(copy).toMatchObject({ sources: ['a', 'b'], destination: 'c/', inline: [] });
    const add = one('ADD', 'ADD --checksum=sha256:00 --keep-git-dir=false --unpack a b');
    expect(add).toMatchObject({ checksum: 'sha256:00', keepGitDir: false, unpack: true });
    expect(one('ADD', 'ADD a b')).not.toHaveProperty('unpack');
  });

  test('DF-25 here-documents become inline sources; only unquoted ones are expanded', () => {
    const copy = one('COPY', "COPY <<-a <<'b' /d\n\t$X\na\n$X\nb");
    expect(copy.inline).toEqual([
      { path: 'a', data: '$X\n', expand: true },
      { path: 'b', data: '$X\n', expand: false },
    ]);
    expect(expandInlineSources(copy, () => 'seen').inline.map(({ data }) => data)).toEqual(['seen', '$X\n']);
  });

  test('DF-25 --parents and --security belong to the labs front end', () => {
    const { stages } = parseDockerfile('FROM a\nCOPY --parents a b\nRUN --security=insecure x\n', labsFeatures);
    expect(stages[0]!.instructions).toMatchObject([{ parents: true }, { security: 'insecure' }]);
  });

  test('DF-10 command lines', () => {
    expect(one('CMD', 'CMD a  b')).toMatchObject({ command: ['a  b'], shellForm: true });
    expect(one('CMD', 'CMD ["a", "b"]')).toMatchObject({ command: ['a', 'b'], shellForm: false });
    expect(one('CMD', 'CMD')).toMatchObject({ command: [], shellForm: true });
    expect(one('ENTRYPOINT', 'ENTRYPOINT []')).toMatchObject({ command: [], shellForm: false });
    expect(one('RUN', 'RUN <<-EOF\n\tx\n\tEOF')).toMatchObject({
      command: ['<<-EOF'],
      files: [{ name: 'EOF', data: '\tx\n', chomp: true }],
    });
  });

  test('DF-23 durations are nanoseconds', () => {
    const { health } = one(
      'HEALTHCHECK',
      'HEALTHCHECK --interval=1m30s --timeout=1.5s --start-period=2ms --start-interval=1h --retries=3 CMD a b',
    );
    expect(health).toEqual({
      test: ['CMD-SHELL', 'a b'],
      interval: 90e9,
      timeout: 1.5e9,
      startPeriod: 2e6,
      startInterval: 3600e9,
      retries: 3,
    });
    expect(one('HEALTHCHECK', 'HEALTHCHECK --x NONE').health.test).toEqual(['NONE']);
    expect(one('HEALTHCHECK', 'HEALTHCHECK cmd ["a"]').health.test).toEqual(['CMD', 'a']);
  });

  test('DF-12 ports are sorted by their bytes', () => {
    expect(one('EXPOSE', 'EXPOSE 9 80 443/udp $P').ports).toEqual(['$P', '443/udp', '80', '9']);
  });

  test('DF-12 descriptions come from the comment that begins with the name', () => {
    const { metaArgs, stages } = parseDockerfile('# A is one\n# B is two\nARG A=1 B\n# base first\nFROM x AS Base\n');
    expect(metaArgs[0]!.args).toEqual([
      { key: 'A', value: '1', comment: 'is one' },
      { key: 'B', comment: 'is two' },
    ]);
    expect(stages[0]!.from).toMatchObject({ stage: 'base', stageAsWritten: 'Base', comment: 'first' });
  });

  test('DF-22 the trigger of an ONBUILD keeps its text and its here-documents', () => {
    const { expression } = one('ONBUILD', 'ONBUILD   RUN <<EOF\nx\nEOF');
    expect(expression).toBe('RUN <<EOF\nx\nEOF');
    expect(parseTrigger(expression)).toMatchObject({ kind: 'RUN', files: [{ data: 'x\n' }] });
    expect(() => parseTrigger('FOO x')).toThrow('unknown instruction: FOO');
    expect(() => parseTrigger('USER a\nUSER b')).toThrow('onbuild trigger should be a single expression');
  });

  test('DF-21 instructions belong to the stage above them; later errors do not hide what is right', () => {
    const { stages, errors, error } = parseDockerfile('FROM a\nFOO x\nUSER b\nFROM c\nENV =x\nUSER d\n');
    expect(stages.map(({ instructions }) => instructions.map(({ source }) => source))).toEqual([['USER b'], ['USER d']]);
    expect(errors).toHaveLength(2);
    expect(error).toBe(errors[0]);
    expect(error?.code).toBe('unknown-instruction');
  });
});

describe('mounts', () => {
  const mount = (text: string, expand = (word: string): string => word) =>
    parseMount(one('RUN', `RUN --mount=${text} x`).mounts[0]!, expand);

  test('DF-24 options once variables are known', () => {
    expect(mount('type=$D,target=$D', () => 'cache')).toMatchObject({
      type: 'cache',
      target: 'cache',
    });
    expect(mount('type=cache,dst=/c,sharing=LOCKED,mode=0755,gid=2')).toMatchObject({
      sharing: 'locked',
      mode: 0o755,
      gid: 2,
      readOnly: false,
    });
    expect(mount('target=/a')).toMatchObject({ type: 'bind', readOnly: true });
    expect(mount('target=/a,rw')).toMatchObject({ readOnly: false });
    expect(mount('target=/a,ro=false')).toMatchObject({ readOnly: false });
    expect(mount('type=tmpfs,target=/t,size=1.5g')).toMatchObject({ sizeLimit: 1.5 * 2 ** 30, readOnly: false });
    expect(mount('type=secret,id=s,env=TOKEN,required')).toMatchObject({ id: 's', env: 'TOKEN', required: true });
  });

  test.each([
    ['type=cashe', 'unsupported mount type "cashe" (did you mean cache?)'],
    ['type=cache,sharing=shard', 'unsupported sharing value "shard" (did you mean shared?)'],
    ['targt=/x', "unexpected key 'targt' in 'targt=/x' (did you mean target?)"],
    ['foo', "invalid field 'foo' must be a key=value pair"],
    ['required', "unexpected key 'required' for mount type 'bind'"],
    ['size=1', "unexpected key 'size' for mount type 'bind'"],
    ['type=tmpfs,size=x', 'invalid value for size: x'],
    ['ro=x', 'invalid value for ro: x'],
    ['type=cache,mode=9', 'invalid value 9 for mode'],
    ['uid=1', 'uid not allowed for "bind" type mounts'],
    ['type=secret', 'invalid secret mount. one of source, target required'],
    ['type=secret,id=a,src=b', "both source and id can't be set"],
    ['type=secret,id=a,from=b', 'secret mount should not have a from'],
    ['sharing=shared', 'invalid cache sharing set for bind mount'],
  ])('DF-24 --mount=%s is refused', (text, message) => {
    expect(() => mount(text)).toThrow(new DockerfileError('instruction', message));
  });
});

test('EXP-17 expansion reaches the words of each instruction, and no others', () => {
  const expand = (word: string): string => `<${word}>`;
  expect(expandInstruction(one('ENV', 'ENV a=b'), expand).pairs).toEqual([{ key: '<a>', value: '<b>', legacy: false }]);
  expect(expandInstruction(one('COPY', 'COPY --from=f --chown=o --chmod=m a b'), expand)).toMatchObject({
    from: 'f',
    chown: '<o>',
    chmod: '<m>',
    sources: ['<a>'],
    destination: '<b>',
  });
  expect(expandInstruction(one('ADD', 'ADD --checksum=c a b'), expand)).toMatchObject({ checksum: '<c>' });
  expect(expandInstruction(one('VOLUME', 'VOLUME a b'), expand).volumes).toEqual(['<a>', '<b>']);
  expect(expandInstruction(one('WORKDIR', 'WORKDIR a'), expand).path).toBe('<a>');
  expect(expandInstruction(one('ARG', 'ARG a b=c'), expand).args).toEqual([
    { key: '<a>', comment: '' },
    { key: '<b>', value: '<c>', comment: '' },
  ]);
  expect(expandInstruction(one('CMD', 'CMD $a'), expand).command).toEqual(['$a']);
});
