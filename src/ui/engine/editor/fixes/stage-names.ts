// Names of stages: renaming one takes along whatever refers to it.
import type { Dockerfile } from '../../../../engine/dockerfile/index.ts';
import type { Edit } from '../../../session/queries/editor.ts';
import { headOf, type RuleHelp } from '../context.ts';
import { escaped, type Range, type Source } from '../source.ts';

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Whether `--from=name` means this stage: the last one of a name is meant. */
function isMeant({ stages }: Dockerfile, index: number, name: string): boolean {
  return stages.findLastIndex(({ from }) => same(from.stage, name)) === index;
}

/** Whether a FROM further down means this stage: the nearest one above is meant, and names of bases are read exactly. */
function isBase({ stages }: Dockerfile, index: number, below: number): boolean {
  const name = stages[below]!.from.base;
  return stages.slice(0, below).findLastIndex(({ from }) => from.stage !== '' && from.stage === name) === index;
}

/** All edits that give a stage another name. */
export function renameStage(source: Source, dockerfile: Dockerfile, index: number, name: string): Edit[] {
  const stage = dockerfile.stages[index]!;
  const old = stage.from.stageAsWritten;
  const edits: Edit[] = [];
  const change = (place: Range | undefined): void => {
    if (place !== undefined && source.text.slice(place.from, place.to) !== name) edits.push({ ...place, insert: name });
  };
  for (const node of dockerfile.ast) {
    const head = headOf(source, dockerfile, node);
    if (node.value.toUpperCase() !== 'FROM') {
      if (!isMeant(dockerfile, index, old)) continue;
      for (const place of source.findAll(head, new RegExp(`(?:--from=|[=,]from=)(${escaped(old)})(?=[\\s,]|$)`, 'i'))) change(place);
      continue;
    }
    const at = dockerfile.stages.findIndex(({ from }) => from.lines.start === node.lines.start);
    if (at === index) change(source.find(head, new RegExp(`\\sas\\s+(${escaped(old)})\\s*$`, 'i')));
    else if (at > index && isBase(dockerfile, index, at)) {
      change(source.find(head, new RegExp(`^from\\s+(?:--\\S+\\s+)*(${escaped(stage.from.stage)})(?=\\s|$)`, 'i')));
    }
  }
  return edits;
}

/** `name`, or `name-2` and so on when that is taken. */
function freeName({ stages }: Dockerfile, name: string, from = 2): string {
  const taken = new Set(stages.map((stage) => stage.from.stage));
  for (let n = from; ; n++) if (!taken.has(`${name}-${n}`)) return `${name}-${n}`;
}

const help = (nameFor: (dockerfile: Dockerfile, name: string) => string): RuleHelp => ({
  place: ({ source, head }) => source.find(head, /\s(\S+)\s*$/),
  fixes: ({ source, dockerfile, node }) => {
    const index = dockerfile.stages.findIndex(({ from }) => from.lines.start === node.lines.start);
    const stage = dockerfile.stages[index];
    if (stage === undefined) return [];
    const name = nameFor(dockerfile, stage.from.stage);
    return [{ kind: 'rename', code: name, edits: renameStage(source, dockerfile, index, name) }];
  },
});

export const duplicateStageName = help((dockerfile, name) => freeName(dockerfile, name));
export const reservedStageName = help((dockerfile, name) =>
  dockerfile.stages.some(({ from }) => from.stage === `${name}-stage`) ? freeName(dockerfile, name) : `${name}-stage`,
);
