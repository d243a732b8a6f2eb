import { describe, expect, test } from 'vitest';
import { buildLine, isImageName, nameFrom } from './build-line.ts';

describe('the Build button', () => {
  test.each([
    ['/root/app/Dockerfile', '/root/app', {}, 'docker build -t app .'],
    ['/root/app/Dockerfile', '/root', {}, 'docker build -t app app'],
    ['/root/app/Dockerfile', '/etc', {}, 'docker build -t app /root/app'],
    ['/root/app/dev.Dockerfile', '/root/app', {}, 'docker build -t app -f dev.Dockerfile .'],
    ['/root/my app/Dockerfile', '/root', {}, "docker build -t app 'my app'"],
    ['/Dockerfile', '/', { noCache: true }, 'docker build -t app --no-cache .'],
    ['/root/app/Dockerfile', '/root/app', { check: true, noCache: true }, 'docker build --check .'],
    ['/root/app/Dockerfile', '/root/app', { target: 'build' }, 'docker build -t app --target build .'],
  ])('EDR-70 %s from %s %o', (path, cwd, choice, line) => {
    expect(buildLine(path, cwd, { name: 'app', ...choice })).toBe(line);
  });

  test.each([
    ['/root/app/Dockerfile', 'app'],
    ['/root/My App!/Dockerfile', 'my-app'],
    ['/root/_x_/Dockerfile.dev', 'x-dev'],
    ['/root/web/left.Dockerfile', 'web-left'],
    ['/Dockerfile', 'app'],
    ['/root/镜像/Dockerfile', 'app'],
  ])('EDR-71 the name of %s is %s, which an image can have', (path, name) => {
    expect(nameFrom(path)).toBe(name);
    expect(isImageName(name)).toBe(true);
  });

  test('EDR-71 names that no image can have', () => {
    expect(['App', 'a b', '', '-a', 'a:', 'a/b:1', 'reg.io:5000/a'].map(isImageName)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
  });
});
