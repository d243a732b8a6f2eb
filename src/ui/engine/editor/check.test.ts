import { describe, expect, test } from 'vitest';
import { readImageName } from '../../../engine/build/index.ts';
import { lint, parseDockerfile } from '../../../engine/dockerfile/index.ts';
import { recordedCases } from '../../../engine/dockerfile/testing/cases.ts';
import type { Edit } from '../../session/queries/editor.ts';
import { check, problemsOf } from './check.ts';

const cases = recordedCases(new URL('../../../engine/dockerfile/lint/testdata/check.oracle', import.meta.url));
const marked = (text: string): string[] =>
  problemsOf(text).map(({ rule, severity, from, to }) => `${rule || severity}: ${text.slice(from, to)}`);
const apply = (text: string, edits: readonly Edit[]): string =>
  [...edits].sort((a, b) => b.from - a.from).reduce((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text);

describe('problems', () => {
  test('EDR-1 warnings are the findings of docker build --check, word for word and in its order', () => {
    for (const { input } of cases) {
      const { diagnostics, error } = lint(parseDockerfile(input), { imageName: readImageName });
      const problems = problemsOf(input);
      if (input.trim() === '') continue;
      expect(problems.filter(({ severity }) => severity === 'warning').map(({ message }) => message)).toEqual(
        diagnostics.map(({ message }) => message),
      );
      expect(problems.find(({ severity }) => severity === 'error')?.message).toBe(error?.message ?? parseDockerfile(input).error?.message);
    }
  });

  test('EDR-2 each problem underlines something of its own lines', () => {
    for (const { title, input } of cases) {
      for (const { from, to, rule, message } of problemsOf(input)) {
        expect(from, `${title} ${rule} ${message}`).toBeLessThanOrEqual(to);
        expect(to).toBeLessThanOrEqual(input.length);
      }
    }
  });

  test('EDR-2 the narrowest place that the finding names', () => {
    expect(marked('from a as Build\nENV API_TOKEN=1 B=$nope\nworkdir app\nCMD python app.py\nEXPOSE 80/TCP\nRUN a \\\n\n b\n')).toEqual([
      'NoEmptyContinuation: \n',
      'StageNameCasing: Build',
      'ConsistentInstructionCasing: from',
      'ConsistentInstructionCasing: workdir',
      'UndefinedVar: $nope',
      'SecretsUsedInArgOrEnv: API_TOKEN=1',
      'WorkdirRelativePath: app',
      'JSONArgsRecommended: CMD python app.py',
      'ExposeProtoCasing: 80/TCP',
    ]);
  });

  test('EDR-3 errors stand with the exact message, and what it proposes is a fix', () => {
    const text = 'FORM alpine\nFROM alpine\nCOPY --form=x a b\nRUN --mount=type=cahce,target=/x y\n';
    const problems = problemsOf(text);
    expect(problems.map(({ message, from, to }) => `${text.slice(from, to)} | ${message}`)).toEqual([
      'FORM | dockerfile parse error on line 1: unknown instruction: FORM (did you mean FROM?)',
      '--form | dockerfile parse error on line 3: unknown flag: --form (did you mean from?)',
    ]);
    expect(
      problems.map(({ fixes }) =>
        apply(text, fixes[0]?.edits ?? [])
          .split('\n')
          .slice(0, 3),
      ),
    ).toEqual([
      ['FROM alpine', 'FROM alpine', 'COPY --form=x a b'],
      ['FORM alpine', 'FROM alpine', 'COPY --from=x a b'],
    ]);
  });

  test('EDR-4 an empty file has no problems, a comment alone has one', () => {
    expect(problemsOf('\n')).toEqual([]);
    expect(problemsOf('# hello\n')).toMatchObject([{ severity: 'error', message: 'file with no instructions' }]);
  });

  test('EDR-5 stages, variables and instructions, as far as the text can be read', () => {
    const { stages, variables, instructions } = check('ARG V=1\nFROM a:$V AS x\nENV A=1 B=2\nFRO\nFROM x\nARG V\n');
    expect(stages).toEqual([
      { name: 'x', base: 'a:$V', line: 2, endLine: 4 },
      { name: '', base: 'x', line: 5, endLine: 7 },
    ]);
    expect(variables.map(({ name, kind, value, stage }) => [name, kind, value, stage])).toEqual([
      ['V', 'ARG', '1', -1],
      ['A', 'ENV', '1', 0],
      ['B', 'ENV', '2', 0],
      ['V', 'ARG', undefined, 1],
    ]);
    expect(instructions.map(({ name, line, stage }) => [name, line, stage])).toContainEqual(['FRO', 4, 0]);
  });
});
