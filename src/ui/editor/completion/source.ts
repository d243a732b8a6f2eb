// CodeMirror's side of completion: candidates of the text, and what the machine knows of images, tags and files.
import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
  pickedCompletion,
  startCompletion,
} from '@codemirror/autocomplete';
import { EditorSelection } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { formatBytes, type Locale } from '../../../i18n/index.ts';
import type { Session } from '../../session/index.ts';
import type { Checked, ImageName } from '../../session/queries/editor.ts';
import { element, link } from '../code/dom.ts';
import { parentOf } from '../files/paths.ts';
import { inOrder, isFolder } from '../files/rows.ts';
import { lessonFor } from '../problems/lessons.ts';
import type { EditorWords } from '../words.ts';
import { type Candidate, candidatesFor } from './candidates.ts';
import type { Docs } from './docs.ts';
import { isInstruction, reference } from './reference.ts';
import { situationAt } from './situation.ts';

export interface CompletionFacts {
  readonly session: Session;
  readonly locale: Locale;
  readonly t: EditorWords;
  /** Path of the file in front; undefined when it is no Dockerfile. */
  path(): string | undefined;
  checked(): Checked | undefined;
  docs(): Docs | undefined;
}

function detailOf({ stage, variable, kind, label, size }: Candidate, t: EditorWords): string | undefined {
  if (stage) return t('doc.stage.of', { n: stage.number + 1, base: stage.base });
  if (size !== undefined) return formatBytes(size);
  if (kind === 'folder') return t('doc.folder');
  if (variable) return variable.value === undefined ? t(variable.kind === 'ARG' ? 'doc.arg' : 'doc.env') : `= ${variable.value}`;
  return kind === 'instruction' && isInstruction(label.toUpperCase())
    ? reference[label.toUpperCase() as 'RUN'].forms[0].slice(label.length + 1)
    : undefined;
}

/** The text beside the list. */
function infoOf(candidate: Candidate, { docs, locale, t }: CompletionFacts): (() => HTMLElement) | undefined {
  const text = candidate.doc === undefined ? undefined : docs()?.[candidate.doc];
  if (text === undefined) return undefined;
  return () => {
    const lesson = candidate.kind === 'instruction' ? lessonFor(candidate.label.toUpperCase(), locale) : undefined;
    const box = element('div', 'ed-doc', element('p', '', text));
    if (lesson) box.append(link(lesson.href, t('problems.lesson', { title: lesson.title })));
    return box;
  };
}

function completionOf(candidate: Candidate, facts: CompletionFacts): Completion {
  const { label, insert = label, again, boost } = candidate;
  const detail = detailOf(candidate, facts.t);
  const info = infoOf(candidate, facts);
  return {
    label,
    type: candidate.kind,
    ...(detail === undefined ? {} : { detail }),
    ...(info === undefined ? {} : { info }),
    ...(boost === undefined ? {} : { boost }),
    apply: (view: EditorView, completion: Completion, from: number, to: number) => {
      // What closes it may stand there already.
      const rest = insert.endsWith('}') && view.state.sliceDoc(to, to + 1) === '}' ? to + 1 : to;
      view.dispatch({
        changes: { from, to: rest, insert },
        selection: EditorSelection.cursor(from + insert.length),
        userEvent: 'input.complete',
        annotations: pickedCompletion.of(completion),
      });
      if (again) startCompletion(view);
    },
  };
}

const imageCompletion = ({ name, where, size, official }: ImageName, i: number, t: EditorWords): Completion => ({
  label: name,
  type: 'image',
  detail:
    where === 'local'
      ? t('doc.local', { size: formatBytes(size ?? 0) })
      : t(where === 'listed' ? 'doc.listed' : official ? 'doc.official' : 'doc.hub'),
  boost: where === 'local' ? 30 : where === 'listed' ? -50 : Math.max(-40, 10 - i / 10),
});

async function asked(facts: CompletionFacts, context: CompletionContext): Promise<CompletionResult | null> {
  const { session, t } = facts;
  const doc = context.state.doc.toString();
  const path = facts.path();
  const situation = path === undefined ? undefined : situationAt(doc, context.pos);
  if (situation === undefined || path === undefined) return null;
  const { from } = situation;
  // At the begin of a line nothing is offered before a letter is typed.
  if (!context.explicit && situation.kind === 'instruction' && situation.word === '') return null;
  if (!context.explicit && (situation.kind === 'signal' || situation.kind === 'check') && context.pos === from) return null;
  const checked = facts.checked();
  const line = context.state.doc.lineAt(context.pos).number;
  const lower =
    checked !== undefined && checked.instructions.length > 0 && checked.instructions.every(({ source }) => /^[a-z]/.test(source));
  const outline = { stages: checked?.stages ?? [], variables: checked?.variables ?? [], lower };
  const options = candidatesFor(situation, outline, line).map((candidate) => completionOf(candidate, facts));
  const none: readonly never[] = [];
  if (situation.kind === 'image' || (situation.kind === 'flag-value' && situation.flag === 'from')) {
    const names = await session.query('editor.images', {}).catch(() => none);
    const fits = situation.kind === 'image' ? names : names.filter(({ where }) => where === 'local');
    options.push(...fits.map((name, i) => imageCompletion(name, i, t)));
  } else if (situation.kind === 'tag') {
    const tags = await session.query('editor.tags', { repository: situation.repository }).catch(() => none);
    options.push(...tags.map((label, i) => ({ label, type: 'tag', boost: Math.max(-99, 50 - i) })));
  } else if (situation.kind === 'path') {
    const root = parentOf(path);
    const folder = situation.folder.replace(/^\//, '');
    const dir = `${root === '/' ? '' : root}/${folder}`.replace(/\/$/, '') || '/';
    const [listing] = (await session.query('editor.tree', { dirs: [dir] }).catch(() => undefined))?.listings ?? [];
    for (const entry of inOrder(listing?.entries ?? [])) {
      const name = isFolder(entry) ? `${entry.name}/` : entry.name;
      options.push(
        completionOf(
          {
            label: name,
            kind: isFolder(entry) ? 'folder' : 'file',
            again: isFolder(entry),
            boost: 5,
            ...(entry.kind === 'file' ? { size: entry.size } : {}),
          },
          facts,
        ),
      );
    }
  }
  if (context.aborted || options.length === 0) return null;
  const validFor = situation.kind === 'image' ? /^[\w./-]*$/ : situation.kind === 'path' ? /^[^\s/"]*$/ : /^[\w.$=-]*$/;
  return { from, options, validFor };
}

export const completionSource =
  (facts: CompletionFacts): CompletionSource =>
  (context) =>
    asked(facts, context);
