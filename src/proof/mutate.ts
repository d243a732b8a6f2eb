// Wrong ways made from a right one: what learners forget, swap, do twice or write slightly otherwise.

import type { Tried } from '../ui/lesson/play.ts';
import { type Recipe, recipesOf } from './dockerfile-text.ts';

export interface Mutant extends Tried {
  /** Says what was done; the same for the same solution. */
  readonly name: string;
}

type Operator = (tried: Tried) => readonly Mutant[];

/** Commands that put things away. */
const CLEANUP = /\bdocker (?:container |image |volume |network |system |builder |buildx )?(?:rm|rmi|prune|stop|kill|logout)\b|^rm /;

const drop: Operator = (tried) =>
  tried.run.length < 2
    ? []
    : tried.run.map((_, index) => ({ ...tried, run: tried.run.toSpliced(index, 1), name: `drop line ${index + 1}` }));

const swap: Operator = (tried) =>
  tried.run.slice(1).map((line, index) => ({
    ...tried,
    run: tried.run.with(index, line).with(index + 1, tried.run[index] ?? ''),
    name: `swap lines ${index + 1} and ${index + 2}`,
  }));

const repeat: Operator = (tried) =>
  tried.run.map((line, index) => ({ ...tried, run: tried.run.toSpliced(index, 0, line), name: `repeat line ${index + 1}` }));

const noCleanup: Operator = (tried) => {
  const last = tried.run.findLastIndex((line) => CLEANUP.test(line));
  return last < 0 || tried.run.length < 2
    ? []
    : [{ ...tried, run: tried.run.toSpliced(last, 1), name: `forget the cleanup in line ${last + 1}` }];
};

/** Every line that `change` changes. */
const inLines =
  (name: string, change: (line: string) => string): Operator =>
  (tried) =>
    tried.run.flatMap((line, index) => {
      const changed = change(line);
      return changed === line ? [] : [{ ...tried, run: tried.run.with(index, changed), name: `${name} in line ${index + 1}` }];
    });

/** The name given last on a line gets another tag. */
const wrongTag = inLines('wrong tag', (line) => {
  if (/\bdocker (?:buildx )?build\b/.test(line))
    return line.replace(/(-t|--tag)([ =])(\S+)/, (_, flag: string, by: string, name: string) => `${flag}${by}${otherTag(name)}`);
  return line.replace(
    /(\bdocker (?:image )?tag \S+ )(\S+)|(\bdocker (?:container )?commit .*\s)(\S+)$/,
    (_, a, b, c, d) => `${a ?? c}${otherTag(b ?? d)}`,
  );
});
const otherTag = (name: string) => (/:[\w.-]+$/.test(name) ? name.replace(/:([\w.-]+)$/, ':$1x') : `${name}:x`);

const otherName = inLines('wrong name', (line) => line.replace(/(--name[ =])(\S+)/, '$1$2x'));
const noRm = inLines('no --rm', (line) => line.replace(/(\bdocker (?:container )?run\b.*?) --rm\b/, '$1'));
const noFlag = inLines('a flag less', (line) =>
  line.replace(
    / (?:-p|-v|-e|-u|-w|--publish|--volume|--mount|--env|--user|--workdir|--label|--memory|-m|--health-\w+|--restart|--network|--platform|--target|--build-arg|--change|-c)[ =](?:'[^']*'|"[^"]*"|\S+)/,
    '',
  ),
);
const noDash = inLines('nothing filtered', (line) => line.replace(/ (?:--filter|-f) ['"]?\w+=\S+/, ''));

/** Every Dockerfile that `change` changes, one mutant for each place. */
const inRecipes =
  (name: string, change: (recipe: Recipe) => readonly (readonly [at: string, lines: readonly string[]])[]): Operator =>
  (tried) =>
    recipesOf(tried).flatMap((recipe) =>
      change(recipe).map(([at, lines]) => ({ ...recipe.with(lines), name: `${name}: ${at} (${recipe.where})` })),
    );

/** Whole instructions: continuation lines belong to the one they continue. */
function instructions({ lines }: Recipe): readonly { readonly from: number; readonly count: number; readonly word: string }[] {
  const out: { from: number; count: number; word: string }[] = [];
  for (let index = 0; index < lines.length; index++) {
    const word = /^\s*([A-Za-z]+)\s/.exec(lines[index] ?? '')?.[1]?.toUpperCase();
    if (word === undefined) continue;
    const from = index;
    while (/\\\s*$/.test(lines[index] ?? '') && index + 1 < lines.length) index++;
    out.push({ from, count: index - from + 1, word });
  }
  return out;
}

const dropInstruction = inRecipes('drop', (recipe) =>
  instructions(recipe)
    .filter(({ word }) => word !== 'FROM')
    .map(({ from, count, word }) => [`${word} in line ${from + 1}`, recipe.lines.toSpliced(from, count)]),
);

const swapInstructions = inRecipes('swap', (recipe) => {
  const list = instructions(recipe);
  return list.slice(1).flatMap((second, index) => {
    const first = list[index];
    if (!first || first.word === 'FROM' || second.word === 'FROM') return [];
    const between = recipe.lines.slice(first.from + first.count, second.from);
    const lines = recipe.lines.toSpliced(
      first.from,
      second.from + second.count - first.from,
      ...recipe.lines.slice(second.from, second.from + second.count),
      ...between,
      ...recipe.lines.slice(first.from, first.from + first.count),
    );
    return [[`${first.word} and ${second.word} in lines ${first.from + 1} and ${second.from + 1}`, lines] as const];
  });
});

const otherForm = inRecipes('other form', (recipe) =>
  recipe.lines.flatMap((line, index) => {
    const [, word, rest = ''] = /^\s*(CMD|ENTRYPOINT)\s+(.*\S)\s*$/i.exec(line) ?? [];
    if (word === undefined || line.endsWith('\\')) return [];
    const changed = rest.startsWith('[')
      ? shellForm(rest)
      : `${word} [${rest
          .split(/\s+/)
          .map((part) => JSON.stringify(part))
          .join(', ')}]`;
    return changed === undefined
      ? []
      : [[`${word} in line ${index + 1}`, recipe.lines.with(index, changed.startsWith(word) ? changed : `${word} ${changed}`)] as const];
  }),
);

function shellForm(list: string): string | undefined {
  try {
    const parts: unknown = JSON.parse(list);
    return Array.isArray(parts) && parts.length > 0 ? parts.join(' ') : undefined;
  } catch {
    return undefined;
  }
}

const leftBehind = inRecipes('left behind', (recipe) =>
  recipe.lines.flatMap((line, index) => {
    const changed = line.replace(/ && rm (?:-\w+ )?[^&|;\\]+/, ' ').replace(/ --mount=type=secret,\S+/, '');
    return changed === line ? [] : [[`line ${index + 1}`, recipe.lines.with(index, changed.trimEnd())] as const];
  }),
);

const otherStage = inRecipes('stage forgotten', (recipe) =>
  recipe.lines.flatMap((line, index) =>
    / --(?:from|chown|chmod)=\S+/.test(line)
      ? [[`line ${index + 1}`, recipe.lines.with(index, line.replace(/ --(?:from|chown|chmod)=\S+/, ''))] as const]
      : [],
  ),
);

/** In the order of how telling they are. */
const operators: readonly Operator[] = [
  wrongTag, otherForm, swapInstructions, dropInstruction, leftBehind, noCleanup, drop, otherName, noFlag, swap, otherStage, noRm, noDash, repeat,
]; // biome-ignore format: a list

/**
 * At most `most` mutants of a way, taken from all operators in turn; none is equal to the way or to another. `forms`: whether the form of CMD
 * and ENTRYPOINT is what the exercise is about; elsewhere either form is right.
 */
export function mutantsOf(tried: Tried, most: number, forms: boolean): readonly Mutant[] {
  const piles = operators.map((operator) => (operator === otherForm && !forms ? [] : [...operator(tried)]));
  const seen = new Set([keyOf(tried)]);
  const out: Mutant[] = [];
  while (out.length < most && piles.some((pile) => pile.length > 0)) {
    for (const pile of piles) {
      let next = pile.shift();
      while (next && seen.has(keyOf(next))) next = pile.shift();
      if (!next || out.length >= most) continue;
      seen.add(keyOf(next));
      out.push(next);
    }
  }
  return out;
}

const keyOf = ({ files, run }: Tried) => JSON.stringify([files, run]);
