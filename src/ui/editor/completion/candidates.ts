// What can be written where the cursor stands, as far as the text itself tells. Pure.
import type { Checked, StageInfo, VariableInfo } from '../../session/queries/editor.ts';
import {
  directives,
  flagsOf,
  instructionNames,
  type MountType,
  mountKeys,
  mountTypes,
  platformArgs,
  proxyArgs,
  signals,
} from './reference.ts';
import type { Situation } from './situation.ts';

export interface Candidate {
  readonly label: string;
  /** What is written, when it is not the label; `${}` is where the cursor goes. */
  readonly insert?: string;
  readonly kind: 'instruction' | 'flag' | 'value' | 'stage' | 'variable' | 'image' | 'tag' | 'file' | 'folder' | 'word';
  /** Key of its text in the documentation. */
  readonly doc?: string;
  /** Numbers and names beside it. */
  readonly stage?: StageInfo & { readonly number: number };
  readonly variable?: VariableInfo;
  /** Bytes of a file. */
  readonly size?: number;
  /** Ask again as soon as it is written. */
  readonly again?: boolean;
  readonly boost?: number;
}

/** `lower`: this file writes its instructions in lower case. */
type Outline = Pick<Checked, 'stages' | 'variables'> & { readonly lower?: boolean };

/** Stages that a line can name: those above it. */
function stagesAbove({ stages }: Outline, line: number): Candidate[] {
  const isFrom = stages.some((stage) => stage.line === line);
  const own = isFrom ? undefined : stages.findLastIndex((stage) => stage.line <= line);
  return stages.flatMap((stage, number) => {
    // Not the line's own stage: nothing is built on itself.
    if (stage.line >= line || (own !== undefined && number === own)) return [];
    const name = stage.name === '' ? String(number) : stage.name;
    return [{ label: name, kind: 'stage' as const, stage: { ...stage, number }, boost: 20 - number }];
  });
}

/** Variables that are seen at a line: of its stage above it, or before the first FROM when the line is a FROM. */
export function variablesAt({ stages, variables }: Outline, line: number, inFrom: boolean): Candidate[] {
  const stage = inFrom ? -1 : stages.findLastIndex((one) => one.line <= line);
  const found = new Map<string, VariableInfo>();
  // A stage that is built on another one sees its ENV.
  const chain: number[] = [];
  for (let at = stage; at >= 0 && !chain.includes(at); ) {
    chain.unshift(at);
    const base = stages[at]!.base;
    at = stages.slice(0, at).findLastIndex(({ name }) => name !== '' && name === base);
  }
  if (stage === -1) chain.push(-1);
  for (const number of chain) for (const one of variables) if (one.stage === number && one.line < line) found.set(one.name, one);
  const own = [...found.values()].map((variable): Candidate => ({ label: variable.name, kind: 'variable', variable, boost: 10 }));
  const known = inFrom || stage === -1 ? [...platformArgs] : [...proxyArgs];
  const rest = known.filter((name) => !found.has(name)).map((name): Candidate => ({ label: name, kind: 'variable', doc: `arg.${name}` }));
  return [...own, ...rest];
}

const words = (names: readonly string[], kind: Candidate['kind'] = 'value', doc?: string): Candidate[] =>
  names.map((label) => ({ label, kind, ...(doc === undefined ? {} : { doc }) }));

/** Candidates that need no question to the machine. */
export function candidatesFor(situation: Situation, outline: Outline, line: number): readonly Candidate[] {
  switch (situation.kind) {
    case 'directive':
      return words(directives, 'word').map((one) => ({ ...one, doc: `directive.${one.label.split('=')[0]}` }));
    case 'instruction':
    case 'trigger': {
      const lower = situation.kind === 'instruction' && situation.word !== '' && situation.word === situation.word.toLowerCase();
      const skip = new Set<string>(situation.kind === 'trigger' ? ['ONBUILD', 'FROM', 'MAINTAINER'] : ['MAINTAINER']);
      return instructionNames
        .filter((name) => !skip.has(name))
        .map((name) => {
          const label = lower && outline.lower ? name.toLowerCase() : name;
          return { label, insert: `${label} `, kind: 'instruction', doc: name, again: /^(?:FROM|COPY|ADD)$/.test(name) };
        });
    }
    case 'flag':
      return flagsOf(situation.instruction)
        .filter(({ name }) => !situation.used.includes(name) || name === 'mount' || name === 'exclude')
        .map(({ name, value }) => ({
          label: `--${name}${value ? '=' : ''}`,
          ...(value ? { again: true } : { insert: `--${name} ` }),
          kind: 'flag',
          doc: `${situation.instruction} --${name}`,
        }));
    case 'flag-value': {
      const values = flagsOf(situation.instruction).find(({ name }) => name === situation.flag)?.values ?? [];
      const stages = situation.flag === 'from' ? stagesAbove(outline, line) : [];
      return [...stages, ...words(values, 'value', `${situation.instruction} --${situation.flag}`)];
    }
    case 'mount': {
      const keys = mountKeys[situation.type as MountType] ?? [];
      const type: Candidate[] = situation.used.includes('type')
        ? []
        : mountTypes.map((name) => ({
            label: `type=${name}`,
            insert: `type=${name},`,
            kind: 'value',
            doc: `mount.${name}`,
            again: true,
            boost: 20,
          }));
      const rest = keys
        .filter(({ name }) => !situation.used.includes(name))
        .map(
          ({ name, value }, i): Candidate => ({
            label: value ? `${name}=` : name,
            kind: 'flag',
            doc: `mount.${name}`,
            boost: 10 - i,
            ...(value ? { again: true } : {}),
          }),
        );
      return situation.used.length === 0 ? type : [...type, ...rest];
    }
    case 'mount-value': {
      if (situation.key === 'type')
        return mountTypes.map((label) => ({ label, insert: `${label},`, kind: 'value', doc: `mount.${label}`, again: true }));
      if (situation.key === 'from') return stagesAbove(outline, line);
      const values = mountKeys[situation.type as MountType]?.find(({ name }) => name === situation.key)?.values ?? [];
      return words(values, 'value', `mount.${situation.key}`);
    }
    case 'variable':
      return variablesAt(outline, line, situation.inFrom).map((one) => (situation.braces ? { ...one, insert: `${one.label}}` } : one));
    case 'image':
      return [...stagesAbove(outline, line), { label: 'scratch', kind: 'image', doc: 'image.scratch', boost: -5 }];
    case 'as':
      return [{ label: 'AS', insert: 'AS ', kind: 'word', doc: 'FROM AS' }];
    case 'check':
      return [
        { label: 'CMD', insert: 'CMD ', kind: 'word', doc: 'HEALTHCHECK' },
        { label: 'NONE', kind: 'word', doc: 'HEALTHCHECK NONE' },
        ...candidatesFor({ kind: 'flag', instruction: 'HEALTHCHECK', from: situation.from, used: [] }, outline, line),
      ];
    case 'signal':
      return words(signals, 'value', 'STOPSIGNAL');
    case 'path':
      return situation.flags && situation.folder === ''
        ? candidatesFor({ kind: 'flag', instruction: situation.instruction, from: situation.from, used: [] }, outline, line).map((one) => ({
            ...one,
            boost: -10,
          }))
        : [];
    default:
      return [];
  }
}
