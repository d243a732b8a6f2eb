import { describe, expect, test } from 'vitest';
import { canonicalString, parseReference, withDefaultTag } from '../../reference/index.ts';
import { parseDockerfile } from '../dockerfile.ts';
import { recordedCases } from '../testing/cases.ts';
import { linuxAmd64, type Platform } from '../values/index.ts';
import type { BaseImage, ImageNameReader } from './base-image.ts';
import { formatCheck, formatShort } from './format.ts';
import { type LintOptions, lint } from './lint.ts';
import { rules } from './rules/index.ts';

/** The engine's own reference parser, as the command line passes it to the checks. */
const imageName: ImageNameReader = (name) => {
  try {
    return { full: canonicalString(withDefaultTag(parseReference(name))) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
};

const arm: Platform = { ...linuxAmd64, architecture: 'arm64' };
const busybox: BaseImage = { env: ['PATH=/bin'], onBuild: [], shell: [], workingDir: '', platform: linuxAmd64 };

function messages(text: string, options: Partial<LintOptions> = {}): string[] {
  const { diagnostics, error } = lint(parseDockerfile(text), { imageName, ...options });
  return [...diagnostics.map(formatShort), ...(error === undefined ? [] : [`error: ${error.message}`])];
}

describe('as docker build --check', () => {
  for (const { title, input, expected } of recordedCases(new URL('./testdata/check.oracle', import.meta.url))) {
    test(title, () => {
      const result = lint(parseDockerfile(input), { imageName, baseImage: () => busybox, isIgnored: (path) => path === 'ignored.txt' });
      const { stdout, stderr, exit } = formatCheck(result, input, 'Dockerfile');
      expect(`${stdout}${stderr}exit ${exit}\n`).toBe(expected);
    });
  }

  test('LNT-28 every rule but one has a page, and all have a recorded or own case', () => {
    expect(rules.map(({ name }) => name)).toHaveLength(22);
    expect(new Set(rules.map(({ name }) => name)).size).toBe(22);
    expect(rules.filter(({ url }) => url === '').map(({ name }) => name)).toEqual(['InvalidBaseImagePlatform']);
  });
});

describe('what base images add', () => {
  test('LNT-14 InvalidBaseImagePlatform', () => {
    expect(messages('FROM --platform=$BUILDPLATFORM busybox\n', { baseImage: () => ({ ...busybox, platform: arm }) })).toEqual([
      'InvalidBaseImagePlatform: Base image busybox was pulled with platform "linux/arm64", expected "linux/amd64" for current build (line 1)',
    ]);
  });

  test('LNT-27 their variables, shell and triggers count', () => {
    const image: BaseImage = { ...busybox, env: ['HOME=/root'], shell: ['/bin/bash', '-c'], onBuild: ['ENV a b'] };
    expect(messages('FROM app\nUSER $HOME\nCMD x\n', { baseImage: () => image })).toEqual([
      'LegacyKeyValueFormat: "ENV key=value" should be used instead of legacy "ENV key value" format (line 1)',
    ]);
  });

  test('LNT-27 they are asked for by full name, and nothing is known without an answer', () => {
    const asked: string[] = [];
    const baseImage = (name: string): undefined => {
      asked.push(name);
    };
    expect(messages('FROM busybox AS b\nFROM b\nCOPY --from=a/b:1 x y\nFROM scratch\n', { baseImage })).toEqual([]);
    expect(asked).toEqual(['docker.io/library/busybox:latest', 'docker.io/a/b:1']);
  });

  test('LNT-26 one that cannot be had is an error, with a suggestion', () => {
    expect(messages('FROM bosybox\n', { baseImage: () => ({ error: 'not found' }) })).toEqual([
      'error: bosybox: not found (did you mean busybox?)',
    ]);
  });
});

describe('options', () => {
  test('LNT-9 build arguments give values to declared names', () => {
    expect(messages('ARG BASE\nFROM ${BASE}\n', { buildArgs: new Map([['BASE', 'busybox']]) })).toEqual([
      'InvalidDefaultArgInFrom: Default value for ARG ${BASE} results in empty or invalid base image name (line 2)',
    ]);
  });

  test('LNT-27 with a target, only what it needs is gone through', () => {
    const text = 'FROM a AS one\nENV a b\nFROM a AS two\nENV c d\n';
    expect(messages(text, { target: 'ONE' })).toHaveLength(1);
    expect(messages(text, { target: 'tow' })).toEqual(['error: target stage "tow" could not be found (did you mean two?)']);
  });

  test('LNT-23 a build argument replaces the check directive', () => {
    const text = '# check=skip=all\nFROM busybox as b\n';
    expect(messages(text, { check: '' })).toHaveLength(1);
    expect(messages(text, { check: 'x' })).toEqual([
      'error: failed to parse build-arg:BUILDKIT_DOCKERFILE_CHECK: invalid check option "x"',
    ]);
  });

  test('LNT-29 variables that double are stopped', () => {
    const doubling = `FROM a\nENV A=xxxxxxxxxxxxxxxx\n${'ENV A=$A$A\n'.repeat(40)}`;
    expect(lint(parseDockerfile(doubling), { imageName }).error?.code).toBe('limit');
    const many = `FROM a\nENV A=xxxxxxxxxxxxxxxx\n${'ENV A=$A$A\n'.repeat(16)}${Array.from({ length: 200 }, (_, i) => `ENV B${i}=$A\n`).join('')}`;
    expect(lint(parseDockerfile(many), { imageName }).error?.code).toBe('limit');
  });
});
