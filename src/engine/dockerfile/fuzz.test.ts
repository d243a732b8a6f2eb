import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DockerfileError, dump, environmentOf, expandWord, lint, parseDockerfile, parseMount } from './index.ts';

// biome-ignore format: a bag of words
const token = fc.constantFrom(
  'FROM', 'RUN', 'COPY', 'ADD', 'ENV', 'ARG', 'LABEL', 'EXPOSE', 'HEALTHCHECK', 'ONBUILD', 'CMD', 'SHELL', 'VOLUME', 'WORKDIR', 'USER', 'STOPSIGNAL', 'a', 'AS', 'b',
  '$A', '${A', '}', ':-', '//', '#', '%', '*', '?', '\\', '`', '"', "'", '=', '[', ']', ',', '--from=', '--mount=type=cache', '--', '<<EOF', 'EOF', '\n', '\n', '\n', ' ', ' ', '\t', '\r\n',
  '\\\n', '# ', 'escape=`', 'check=', 'skip=all', '80/tcp', '1-3:4-6', '\ufeff', '\u00a0', '\ud800', '\u{1f44d}', '\0',
);
const source = fc.array(token, { maxLength: 60 }).map((parts) => parts.join(''));
const environment = environmentOf(['A=a/b', 'B=']);

function onlyTyped(step: () => unknown): void {
  try {
    step();
  } catch (error) {
    expect(error).toBeInstanceOf(DockerfileError);
  }
}

function everything(input: string | Uint8Array): void {
  const dockerfile = parseDockerfile(input);
  dump(dockerfile.ast);
  const { diagnostics, error } = lint(dockerfile, {
    imageName: (name) => (/^[a-z0-9-]+$/.test(name) ? { full: name } : { error: 'no name' }),
  });
  if (dockerfile.error !== undefined) expect(error).toBeDefined();
  for (const { lines } of diagnostics) expect(lines.end).toBeGreaterThanOrEqual(lines.start);
  for (const { instructions } of dockerfile.stages) {
    for (const instruction of instructions) {
      if (instruction.kind === 'RUN') for (const mount of instruction.mounts) onlyTyped(() => parseMount(mount, (word) => word));
    }
  }
  expect(parseDockerfile(input)).toEqual(dockerfile);
}

test('DF-27 any bytes parse and check without anything but typed errors, and always alike', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), everything), { numRuns: 500 });
});

test('DF-27 any jumble of Dockerfile words does, too', () => {
  fc.assert(
    fc.property(source, (text) => everything(`FROM a\n${text}`)),
    { numRuns: 1500 },
  );
  fc.assert(fc.property(source, everything), { numRuns: 500 });
});

test('EXP-16 any word expands or gives a typed error', () => {
  fc.assert(
    fc.property(source, (word) => onlyTyped(() => expandWord(word, environment))),
    { numRuns: 2000 },
  );
});

test('EXP-1 a word without quotes, escapes and variables is itself', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[^'"\\$<\ufeff\ud800-\udfff]*$/), (word) => {
      expect(expandWord(word).text).toBe(word);
    }),
  );
});

test('DF-27 hostile files take bounded time', { timeout: 20_000 }, () => {
  const hostile = [
    `FROM a\nRUN ${'\\\n'.repeat(100_000)}x`,
    `FROM a\nENV ${'a=b '.repeat(16_000)}`,
    `FROM a\nCOPY ${'<<A '.repeat(10_000)}/x\n${'A\n'.repeat(10_000)}`,
    `FROM a\nEXPOSE ${'1-65535 '.repeat(8000)}`,
    `FROM a\nCMD ${'['.repeat(60_000)}`,
    `FROM ${'a-'.repeat(30_000)}`,
    Array.from({ length: 10_000 }, (_, i) => `FROM a AS s${i}\nCOPY --from=s${i + 1} a b`).join('\n'),
  ];
  for (const text of hostile) everything(text);
});
