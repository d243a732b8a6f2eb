import { DockerfileError } from '../error.ts';
import type { ArgInstruction, FromInstruction, Stage } from '../instructions/index.ts';
import { environmentOfMap, tryExpandWord } from '../shell/index.ts';
import { suggest } from '../suggest.ts';
import { type Platform, parsePlatform } from '../values/index.ts';
import { checkConstantPlatform } from './rules/from-platform-flag-const-disallowed.ts';
import { checkTargetPlatform } from './rules/redundant-target-platform.ts';
import { checkArgsInFrom } from './rules/undefined-arg-in-from.ts';
import type { Settings } from './settings.ts';
import { StageList, StageState } from './stage-state.ts';

function withAnySuggestion(message: string, names: Iterable<string>, options: readonly string[]): string {
  for (const name of names) {
    const near = suggest(name, options, true);
    if (near !== '') return `${message} (did you mean ${near}?)`;
  }
  return message;
}

/** FROM lines with their variables replaced, and the checks on them. */
class FromReader {
  private readonly args: ReadonlyMap<string, string>;
  private readonly declared: ReadonlySet<string>;
  private readonly settings: Settings;

  constructor(args: ReadonlyMap<string, string>, metaArgs: readonly ArgInstruction[], settings: Settings) {
    this.args = args;
    this.declared = new Set([...metaArgs.flatMap((instruction) => instruction.args.map(({ key }) => key)), ...args.keys()]);
    this.settings = settings;
  }

  private fail(from: FromInstruction, message: string): never {
    throw new DockerfileError('stage', message, [from.lines]);
  }

  base(from: FromInstruction): string {
    const { escapeToken, reporter } = this.settings;
    const base = tryExpandWord(from.base, environmentOfMap(this.args), { escapeToken });
    checkArgsInFrom(base.unmatched, this.declared, from.lines, reporter);
    if (base.error !== undefined) throw base.error.at(from.lines);
    if (base.text === '') this.fail(from, `base name (${from.base}) should not be blank`);
    return base.text;
  }

  platform(from: FromInstruction): Platform | undefined {
    if (from.platform === '') return undefined;
    const { escapeToken, reporter } = this.settings;
    const environment = environmentOfMap(this.args);
    const expansion = tryExpandWord(from.platform, environment, { escapeToken });
    checkArgsInFrom(expansion.unmatched, this.declared, from.lines, reporter);
    checkTargetPlatform(from, expansion, environment, reporter);
    checkConstantPlatform(from, expansion, reporter);
    if (expansion.error !== undefined) {
      throw expansion.error.withMessage(`failed to process arguments for platform : ${expansion.error.message}`).at(from.lines);
    }
    const names = environment.keys();
    if (expansion.text === '') {
      this.fail(from, withAnySuggestion(`empty platform value from expression ${from.platform}`, expansion.unmatched, names));
    }
    const platform = parsePlatform(expansion.text);
    if (!platform.ok) {
      const message = `failed to parse platform ${from.platform}: ${withAnySuggestion(platform.error, expansion.unmatched, names)}`;
      // Told of its place twice: where the platform is read, and around that.
      throw new DockerfileError('stage', message, [from.lines, from.lines]);
    }
    return platform.value;
  }
}

/** The stages of a Dockerfile. Throws DockerfileError for a base or platform that comes to nothing. */
export function stagesFrom(
  stages: readonly Stage[],
  args: ReadonlyMap<string, string>,
  metaArgs: readonly ArgInstruction[],
  settings: Settings,
): StageList {
  const reader = new FromReader(args, metaArgs, settings);
  const list = new StageList();
  stages.forEach(({ from, instructions }, index) => {
    const baseName = reader.base(from);
    const platform = reader.platform(from);
    const label = from.stage || `stage-${index}`;
    const state = new StageState({ name: from.stage, label, baseName, lines: from.lines, registered: true, instructions });
    state.platform = platform;
    list.add(state);
  });
  return list;
}
