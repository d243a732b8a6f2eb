// What a word of a Dockerfile means, when the pointer rests on it.
import type { HoverTooltipSource } from '@codemirror/view';
import { formatBytes } from '../../../i18n/index.ts';
import type { ImageFacts } from '../../session/queries/editor.ts';
import { element, link } from '../code/dom.ts';
import { lessonFor } from '../problems/lessons.ts';
import { variablesAt } from './candidates.ts';
import { flagsOf, isInstruction, reference } from './reference.ts';
import { logicalAt } from './situation.ts';
import type { CompletionFacts } from './source.ts';

interface Word {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The word at a column of a line, with what belongs to it. */
function wordAt(line: string, column: number, pattern: RegExp): Word | undefined {
  for (const match of line.matchAll(pattern)) {
    const from = match.index;
    const to = from + match[0].length;
    if (from <= column && column < to) return { from, to, text: match[0] };
  }
  return undefined;
}

function imageText({ t }: CompletionFacts, facts: ImageFacts): string[] {
  const { local, hub } = facts;
  return [
    ...(hub ? [hub.description] : []),
    local ? t('doc.image.local', { size: formatBytes(local.size), layers: local.layers, platform: local.platform }) : t('doc.image.away'),
    ...(hub && hub.platforms.length > 0 ? [t('doc.image.platforms', { list: hub.platforms.join(t('list.comma')) })] : []),
    ...(hub && hub.tags > 0 ? [t('doc.image.tags', { n: hub.tags })] : []),
  ].filter((text) => text !== '');
}

interface Found {
  readonly from: number;
  readonly to: number;
  readonly title: string;
  readonly lines: readonly string[];
  readonly forms?: readonly string[];
  readonly lesson?: string;
}

async function find(
  facts: CompletionFacts,
  text: string,
  position: number,
  line: { readonly from: number; readonly number: number; readonly text: string },
): Promise<Found | undefined> {
  const { t, session } = facts;
  const docs = facts.docs() ?? {};
  const checked = facts.checked();
  const logical = logicalAt(text, position);
  if (logical === undefined || logical === 'directive') return undefined;
  const column = position - line.from;
  const at = (word: Word, title: string, lines: readonly (string | undefined)[], more: Partial<Found> = {}): Found => ({
    from: line.from + word.from,
    to: line.from + word.to,
    title,
    lines: lines.filter((one) => one !== undefined),
    ...more,
  });
  const first = wordAt(line.text, column, /^\s*[A-Za-z]+|(?<=^\s*onbuild\s+)[A-Za-z]+/gi);
  const name = first?.text.trim().toUpperCase() ?? '';
  if (first && line.from + first.from <= logical.from && isInstruction(name))
    return at(first, name, [docs[name]], { forms: reference[name].forms, lesson: name });
  const { instruction } = logical;
  const flag = wordAt(line.text, column, /--[a-z][\w-]*/g);
  if (flag && flagsOf(instruction).some((one) => `--${one.name}` === flag.text))
    return at(flag, flag.text, [docs[`${instruction} ${flag.text}`]]);
  const mount = instruction === 'RUN' && wordAt(line.text, column, /(?<=--mount=\S*)(?:type=\w+|[a-z]+(?==|,|\s|$))/g);
  if (mount) {
    const key = `mount.${mount.text.replace(/^type=/, '')}`;
    if (docs[key] !== undefined) return at(mount, mount.text, [docs[key]]);
  }
  const used = wordAt(line.text, column, /\$\{?\w+/g);
  if (used && checked) {
    const wanted = used.text.replace(/^\$\{?/, '');
    const known = variablesAt(checked, line.number + (instruction === 'FROM' ? 0 : 1), instruction === 'FROM').find(
      ({ label }) => label === wanted,
    );
    const { variable } = known ?? {};
    if (variable)
      return at(used, `$${wanted}`, [
        t('doc.variable', { kind: variable.kind, name: wanted, line: variable.line }),
        variable.value === undefined ? t('doc.novalue') : t('doc.value', { value: variable.value }),
        variable.stage < 0 ? t('doc.global') : undefined,
      ]);
    if (known?.doc) return at(used, `$${wanted}`, [docs[known.doc], t('doc.predefined')]);
    return undefined;
  }
  if (!checked) return undefined;
  const from =
    wordAt(line.text, column, /(?<=--from=|[,=]from=)[^\s,]+/g) ??
    (instruction === 'FROM' ? wordAt(line.text, column, /(?<=^\s*from\s+(?:--\S+\s+)*)[^\s$]+(?=\s|$)/gi) : undefined);
  if (!from) return undefined;
  const number = checked.stages.findLastIndex(
    (stage, i) => stage.line < line.number && (stage.name === from.text.toLowerCase() || String(i) === from.text),
  );
  const stage = checked.stages[number];
  if (stage) return at(from, from.text, [t('doc.stage', { name: stage.name || number, base: stage.base, line: stage.line })]);
  if (from.text === 'scratch') return at(from, 'scratch', [docs['image.scratch']]);
  const image = await session.query('editor.image', { name: from.text }).catch(() => undefined);
  return at(from, image?.name ?? from.text, image ? imageText(facts, image) : [t('doc.image.unknown')]);
}

export const hoverSource =
  (facts: CompletionFacts): HoverTooltipSource =>
  async (view, position) => {
    if (facts.path() === undefined) return null;
    const found = await find(facts, view.state.doc.toString(), position, view.state.doc.lineAt(position));
    if (found === undefined) return null;
    const lesson = found.lesson === undefined ? undefined : lessonFor(found.lesson, facts.locale);
    return {
      pos: found.from,
      end: found.to,
      above: true,
      create: () => ({
        dom: element(
          'div',
          'ed-doc ed-hover',
          element('b', '', found.title),
          ...(found.forms ?? []).map((form) => element('code', '', form)),
          ...found.lines.map((text) => element('p', '', text)),
          ...(lesson ? [link(lesson.href, facts.t('problems.lesson', { title: lesson.title }))] : []),
        ),
      }),
    };
  };
