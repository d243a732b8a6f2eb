import { type Dockerfile, environmentOfMap, expandWord, formatPlatform, linuxAmd64, type Platform } from '../../dockerfile/index.ts';

/** The variables every build has before its first FROM. Source: buildkit dockerfile2llb/platform.go. */
function predefined(target: Platform, stage: string): [string, string][] {
  const build = linuxAmd64;
  return [
    ['BUILDPLATFORM', formatPlatform(build, false)],
    ['BUILDOS', build.os],
    ['BUILDOSVERSION', build.osVersion],
    ['BUILDARCH', build.architecture],
    ['BUILDVARIANT', build.variant],
    ['TARGETPLATFORM', formatPlatform(target, true)],
    ['TARGETOS', target.os],
    ['TARGETOSVERSION', target.osVersion],
    ['TARGETARCH', target.architecture],
    ['TARGETVARIANT', target.variant],
    ['TARGETSTAGE', stage || 'default'],
  ];
}

/** Variables that FROM lines see and ARG without a value takes over. */
export function globalArgs(
  file: Dockerfile,
  buildArgs: ReadonlyMap<string, string>,
  platform: Platform,
  stage: string,
): Map<string, string> {
  const args = new Map(predefined(platform, stage).map(([name, value]) => [name, buildArgs.get(name) ?? value]));
  for (const { args: declared } of file.metaArgs) {
    for (const { key, value } of declared) {
      const given = buildArgs.get(key);
      const text =
        given ?? (value === undefined ? undefined : expandWord(value, environmentOfMap(args), { escapeToken: file.escapeToken }).text);
      if (text === undefined) continue;
      args.delete(key);
      args.set(key, text);
    }
  }
  return args;
}
