import { DockerfileError } from '../error.ts';
import type { ArgInstruction, Stage } from '../instructions/index.ts';
import { environmentOfMap, tryExpandWord } from '../shell/index.ts';
import { formatPlatform } from '../values/index.ts';
import { invalidDefaultArgInFrom } from './rules/invalid-default-arg-in-from.ts';
import type { Settings } from './settings.ts';

/** Sets a variable so that it counts as the newest. */
export function setNewest(variables: Map<string, string>, name: string, value: string): void {
  variables.delete(name);
  variables.set(name, value);
}

/** The variables that every build has before the first FROM, with the values the build arguments give them. */
export function predefinedArgs({ targetPlatform, buildPlatform, buildArgs }: Settings, targetStage: string): Map<string, string> {
  const values: readonly (readonly [string, string])[] = [
    ['BUILDPLATFORM', formatPlatform(buildPlatform, false)],
    ['BUILDOS', buildPlatform.os],
    ['BUILDOSVERSION', buildPlatform.osVersion],
    ['BUILDARCH', buildPlatform.architecture],
    ['BUILDVARIANT', buildPlatform.variant],
    ['TARGETPLATFORM', formatPlatform(targetPlatform, true)],
    ['TARGETOS', targetPlatform.os],
    ['TARGETOSVERSION', targetPlatform.osVersion],
    ['TARGETARCH', targetPlatform.architecture],
    ['TARGETVARIANT', targetPlatform.variant],
    ['TARGETSTAGE', targetStage || 'default'],
  ];
  return new Map(values.map(([name, value]) => [name, buildArgs.get(name) ?? value]));
}

/** The predefined variables and the ARGs before the first FROM, whose later defaults may use earlier ones. Throws DockerfileError. */
export function applyMetaArgs(
  predefined: ReadonlyMap<string, string>,
  metaArgs: readonly ArgInstruction[],
  settings: Settings,
  buildArgs: ReadonlyMap<string, string>,
): Map<string, string> {
  const args = new Map(predefined);
  for (const instruction of metaArgs) {
    for (const { key, value } of instruction.args) {
      const given = buildArgs.get(key);
      if (given !== undefined) setNewest(args, key, given);
      else if (value !== undefined) {
        const { text, error } = tryExpandWord(value, environmentOfMap(args), { escapeToken: settings.escapeToken });
        if (error !== undefined) throw error.at(instruction.lines);
        settings.budget.spend(text.length);
        setNewest(args, key, text);
      }
    }
  }
  return args;
}

/** The names of base images as they are without build arguments. An error anywhere ends the check; it shows up again later. */
export function checkDefaultBases(
  stages: readonly Stage[],
  predefined: ReadonlyMap<string, string>,
  metaArgs: readonly ArgInstruction[],
  settings: Settings,
): void {
  let args: Map<string, string>;
  try {
    args = applyMetaArgs(predefined, metaArgs, settings, new Map());
  } catch (error) {
    if (error instanceof DockerfileError) return;
    throw error;
  }
  for (const { from } of stages) {
    const base = tryExpandWord(from.base, environmentOfMap(args), { escapeToken: settings.escapeToken });
    if (base.error !== undefined) return;
    if ('error' in settings.imageName(base.text)) settings.reporter.report(invalidDefaultArgInFrom, from.lines, from.base);
  }
}
