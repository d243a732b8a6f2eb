import { describe, expect, it } from 'vitest';
import { languageOf } from './language.ts';

describe('editor', () => {
  it.each([
    ['/root/app/Dockerfile', 'dockerfile'],
    ['left.Dockerfile', 'dockerfile'],
    ['Dockerfile.dev', 'dockerfile'],
    ['Containerfile', 'dockerfile'],
    ['hello.sh', 'shell'],
    ['compose.yaml', 'yaml'],
    ['dockerfile-notes.txt', 'plain'],
    ['a', 'plain'],
    ['/x/.dockerignore', 'ignore'],
    ['dev.Dockerfile.dockerignore', 'ignore'],
    ['package.json', 'json'],
    ['app.py', 'python'],
    ['server.mjs', 'javascript'],
    ['.env', 'shell'],
  ])('LES-42 %s is %s', (path, language) => {
    expect(languageOf(path)).toBe(language);
  });
});
