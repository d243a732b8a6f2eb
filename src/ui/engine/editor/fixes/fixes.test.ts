import { describe, expect, test } from 'vitest';
import { rules } from '../../../../engine/dockerfile/index.ts';
import { recordedCases } from '../../../../engine/dockerfile/testing/cases.ts';
import type { Edit, Problem } from '../../../session/queries/editor.ts';
import { problemsOf } from '../check.ts';
import { plainWords } from './exec-form.ts';
import { help } from './index.ts';

function apply(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text);
}

const count = (problems: readonly Problem[], key: (problem: Problem) => string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const problem of problems) counts.set(key(problem), (counts.get(key(problem)) ?? 0) + 1);
  return counts;
};
/** Lines move when a fix adds or takes one. */
const key = ({ rule, message }: Problem): string => `${rule} ${message.replace(/on line \d+/, '')}`;

const cases = recordedCases(new URL('../../../../engine/dockerfile/lint/testdata/check.oracle', import.meta.url));

/** The text after the first fix of the first problem of a rule. */
function fixed(rule: string, text: string, which = 0): string {
  const problem = problemsOf(text).find((one) => one.rule === rule);
  const fix = problem?.fixes[which];
  return fix === undefined ? 'no fix' : apply(text, fix.edits);
}

describe('fixes', () => {
  test('EDR-10 each fix takes its finding away and brings no other, in every recorded Dockerfile', () => {
    const wrong: string[] = [];
    let tried = 0;
    for (const { title, input } of cases) {
      const before = problemsOf(input);
      for (const problem of before) {
        for (const fix of problem.fixes) {
          tried++;
          const after = problemsOf(apply(input, fix.edits));
          const was = count(before, key);
          const now = count(after, key);
          const gone = (now.get(key(problem)) ?? 0) < (was.get(key(problem)) ?? 0);
          // Behind an error nothing is checked, so taking one away may show what was behind it.
          const fresh =
            problem.severity === 'error'
              ? []
              : [...now].filter(([name, n]) => n > (was.get(name) ?? 0) && !before.some((one) => one.severity === 'error'));
          if (!gone || fresh.length > 0)
            wrong.push(`${title}: ${key(problem)} [${fix.kind} ${fix.code}] ${JSON.stringify(fresh)}\n${apply(input, fix.edits)}`);
        }
      }
    }
    expect(wrong.join('\n')).toBe('');
    expect(tried).toBeGreaterThan(70);
  });

  test('EDR-11 every rule about the text has help', () => {
    expect(rules.map(({ name }) => name).filter((name) => help[name] === undefined)).toEqual(['InvalidBaseImagePlatform']);
  });

  test.each([
    ['CMD node server.js', 'CMD ["node", "server.js"]'],
    ['CMD "my app" \'a b\' c', 'CMD ["my app", "a b", "c"]'],
    ['ENTRYPOINT nginx \\\n  -g "daemon off;"', 'ENTRYPOINT ["nginx", "-g", "daemon off;"]'],
    ['cmd echo $HOME', 'cmd ["/bin/sh", "-c", "echo $HOME"]'],
    ['CMD cd /app && npm start', 'CMD ["/bin/sh", "-c", "cd /app && npm start"]'],
  ])('EDR-12 JSONArgsRecommended %s', (before, after) => {
    const from = before.startsWith('cmd') ? 'from' : 'FROM';
    expect(fixed('JSONArgsRecommended', `${from} a\n${before}\n`)).toBe(`${from} a\n${after}\n`);
  });

  test.each([
    ['a "b c" d', ['a', 'b c', 'd']],
    ["echo 'a$b'", ['echo', 'a$b']],
    ['a|b', undefined],
    ['A=1 b', undefined],
    ['exec a', undefined],
    ['a "$B"', undefined],
    ["a 'b", undefined],
  ])('EDR-12 words without a shell: %s', (command, words) => {
    expect(plainWords(command)).toEqual(words);
  });

  test('EDR-13 a stage is renamed with everything that means it', () => {
    const text =
      'FROM a AS Build\nRUN --mount=type=bind,from=Build,target=/x y\nFROM build AS b\nCOPY --from=Build /o /o\nCOPY --from=Buildx /o /o\n';
    expect(fixed('StageNameCasing', text)).toBe(
      'FROM a AS build\nRUN --mount=type=bind,from=build,target=/x y\nFROM build AS b\nCOPY --from=build /o /o\nCOPY --from=Buildx /o /o\n',
    );
    const twice = 'FROM a AS s\nFROM s AS t\nFROM b AS s\nFROM s\nCOPY --from=s /o /o\n';
    expect(fixed('DuplicateStageName', twice)).toBe('FROM a AS s\nFROM s AS t\nFROM b AS s-2\nFROM s-2\nCOPY --from=s-2 /o /o\n');
    expect(fixed('ReservedStageName', 'FROM a AS scratch\n')).toBe('FROM a AS scratch-stage\n');
  });

  test('EDR-14 casing', () => {
    expect(fixed('FromAsCasing', 'FROM a as b\n')).toBe('FROM a AS b\n');
    expect(fixed('ConsistentInstructionCasing', 'FROM a\nrun b\nCopy c d\n')).toBe('FROM a\nRUN b\nCopy c d\n');
    expect(fixed('ConsistentInstructionCasing', 'FROM a\nrun b\nCopy c d\n', 1)).toBe('FROM a\nRUN b\nCOPY c d\n');
    expect(fixed('ExposeProtoCasing', 'FROM a\nEXPOSE 80/TCP\n')).toBe('FROM a\nEXPOSE 80/tcp\n');
  });

  test('EDR-15 pairs', () => {
    expect(fixed('LegacyKeyValueFormat', 'FROM a\nENV A b\n')).toBe('FROM a\nENV A=b\n');
    expect(fixed('LegacyKeyValueFormat', 'FROM a\nENV A b c "d"\n')).toBe('FROM a\nENV A="b c \\"d\\""\n');
    expect(fixed('MaintainerDeprecated', 'FROM a\nMAINTAINER Ann <a@b.c>\n')).toBe(
      'FROM a\nLABEL org.opencontainers.image.authors="Ann <a@b.c>"\n',
    );
  });

  test('EDR-16 lines', () => {
    expect(fixed('NoEmptyContinuation', 'FROM a\nRUN b && \\\n\n  # c\n  \n  d\nRUN <<E\n\nE\n')).toBe(
      'FROM a\nRUN b && \\\n  # c\n  d\nRUN <<E\n\nE\n',
    );
    expect(fixed('MultipleInstructionsDisallowed', 'FROM a\nCMD ["b"]\nCMD ["c"]\n')).toBe('FROM a\nCMD ["c"]\n');
    expect(fixed('WorkdirRelativePath', 'FROM a\nWORKDIR ./app/x\n')).toBe('FROM a\nWORKDIR /app/x\n');
    expect(fixed('ExposeInvalidFormat', 'FROM a\nEXPOSE 127.0.0.1:80:8080/tcp\n')).toBe('FROM a\nEXPOSE 8080/tcp\n');
  });

  test('EDR-17 variables', () => {
    expect(fixed('UndefinedVar', 'FROM a\nENV APP=1\nWORKDIR /$AP\n')).toBe('FROM a\nENV APP=1\nWORKDIR /$APP\n');
    expect(fixed('UndefinedVar', 'ARG V=1\nFROM a\nRUN x\nWORKDIR /$V\n')).toBe('ARG V=1\nFROM a\nARG V\nRUN x\nWORKDIR /$V\n');
    expect(fixed('InvalidDefaultArgInFrom', 'ARG V\nFROM a:$V\n')).toBe('ARG V=latest\nFROM a:$V\n');
    expect(fixed('RedundantTargetPlatform', 'FROM --platform=$TARGETPLATFORM a\n')).toBe('FROM a\n');
    expect(fixed('FromPlatformFlagConstDisallowed', 'FROM --platform=linux/arm64 a AS b\n')).toBe('FROM a AS b\n');
  });

  test('EDR-18 a secret goes to the RUN lines that read it, and nowhere else', () => {
    expect(fixed('SecretsUsedInArgOrEnv', 'FROM a\nARG TOKEN\nRUN curl -H $TOKEN x\nRUN y\n')).toBe(
      'FROM a\nRUN --mount=type=secret,id=TOKEN,env=TOKEN curl -H $TOKEN x\nRUN y\n',
    );
    expect(fixed('SecretsUsedInArgOrEnv', 'FROM a\nENV A=1 API_KEY="x y" B=2\n')).toBe('FROM a\nENV A=1 B=2\n');
    expect(fixed('SecretsUsedInArgOrEnv', 'FROM a\nENV A=1 \\\n    API_KEY=x\n')).toBe('no fix');
  });
});
