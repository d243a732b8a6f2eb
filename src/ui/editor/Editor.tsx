// The open files: tabs, text, problems, Build. Saves before every command, on Ctrl-S, and when the page is left.
import { Download, TriangleAlert } from 'lucide-preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { formatBytes, type Locale } from '../../i18n/index.ts';
import type { Session } from '../session/index.ts';
import type { Fix, Problem } from '../session/queries/editor.ts';
import { machineOf } from '../session/view/index.ts';
import { Build, runBuild } from './build/Build.tsx';
import { layerOfLine, linesOfSelected } from './build/step-link.ts';
import { Conflict } from './Conflict.tsx';
import type { CodeEditor } from './code/code-mirror.ts';
import { languageOf } from './code/language.ts';
import { type Docs, docsIn } from './completion/docs.ts';
import { nameOf } from './files/paths.ts';
import { download } from './files/upload.ts';
import { PastFile } from './PastFile.tsx';
import { diagnosticOf } from './problems/diagnostics.ts';
import { type Explanations, explanationsIn } from './problems/explain.ts';
import { Problems } from './problems/Problems.tsx';
import { Tabs } from './Tabs.tsx';
import { useCheck } from './use-check.ts';
import { editorWords } from './words.ts';
import { type Doc, idOf, isUnsaved } from './workspace/doc.ts';
import { workspaceOf } from './workspace/workspace.ts';

interface Props {
  readonly session: Session;
  readonly locale: Locale;
  /** The file to begin with, as the machine has it at the start: shown until there is more. */
  readonly first?: { readonly path: string; readonly text: string };
}

export function Editor({ session, locale, first }: Props) {
  const t = editorWords(locale);
  const workspace = workspaceOf(session);
  const doc = workspace.current.value;
  const id = doc && idOf(doc.machine, doc.path);
  /** An earlier moment is looked at: the file is shown as it was then. */
  const past = doc?.machine === session.machine.value ? session.looking.value : undefined;
  const isText = doc?.kind === 'text' || doc?.kind === 'gone';
  const holder = useRef<HTMLDivElement>(null);
  const editor = useRef<CodeEditor>();
  const docs = useRef<Docs>();
  const [explanations, setExplanations] = useState<Explanations>({});
  const [failure, setFailure] = useState('');
  const [loaded, setLoaded] = useState(false);
  const [tries, setTries] = useState(0);
  const [position, setPosition] = useState({ line: 1, column: 1, byHand: false });
  const [list, setList] = useState({ open: false, selected: 0, focusTurn: 0 });
  const { checked, ask } = useCheck(session, isText ? doc : undefined);
  const found = checked.value?.path === doc?.path ? checked.value : undefined;
  const problems = useMemo(() => found && [...found.result.problems].sort((a, b) => a.from - b.from), [found]);
  // The hooks that CodeMirror was given are those of the first drawing; they look here for what is now.
  const now = useRef({ doc, found, list, problems });
  now.current = { doc, found, list, problems };

  const step = (by: 1 | -1 | 0): boolean => {
    const { problems: all = [], list: at } = now.current;
    if (all.length === 0) return true;
    const cursor = editor.current?.cursor() ?? 0;
    const order = all.map((_, i) => i);
    const here = order.find((i) => all[i]!.from <= cursor && cursor <= all[i]!.to);
    const next =
      by === 0
        ? (here ?? at.selected)
        : by > 0
          ? (order.find((i) => all[i]!.from > cursor) ?? order[0]!)
          : (order.findLast((i) => all[i]!.to < cursor) ?? order.at(-1)!);
    setList((old) => ({ open: true, selected: next, focusTurn: by === 0 ? old.focusTurn + 1 : old.focusTurn }));
    if (by !== 0) editor.current?.jump(all[next]!.from, all[next]!.to);
    return true;
  };
  const mend = async (problem: Problem, fix: Fix) => {
    const text = editor.current?.text();
    let { edits } = fix;
    if (text !== now.current.found?.text) {
      // The text has moved on since it was checked: the same mending, where it is now.
      const fresh = await ask();
      const same = fresh?.result.problems.find((one) => one.rule === problem.rule && one.message === problem.message);
      const again = same?.fixes.find((one) => one.kind === fix.kind);
      if (again === undefined || fresh?.text !== editor.current?.text()) return;
      edits = again.edits;
    }
    editor.current?.edit(edits);
    editor.current?.focus();
  };

  useEffect(() => {
    if (!isText || editor.current || !holder.current) return;
    let gone = false;
    import('./code/code-mirror.ts').then(
      ({ createEditor }) => {
        if (gone || !holder.current || editor.current) return;
        const facts = {
          session,
          locale,
          t,
          path: () => (now.current.doc && languageOf(now.current.doc.path) === 'dockerfile' ? now.current.doc.path : undefined),
          checked: () => now.current.found?.result,
          docs: () => docs.current,
        };
        // Fetched when first asked for, and asked for again when it could not be had.
        const documented = async () => {
          docs.current ??= await docsIn(locale);
        };
        editor.current = createEditor(holder.current, locale, {
          changed: (of, text) => workspace.change(of, text),
          moved: (line, column, byHand) => setPosition({ line, column, byHand }),
          save: () => {
            const { doc: one } = now.current;
            if (one) void workspace.save(idOf(one.machine, one.path));
          },
          build: () => {
            const { doc: one } = now.current;
            if (one && languageOf(one.path) === 'dockerfile') void runBuild(session, workspace, one.path);
          },
          problem: step,
          complete: async (context) => {
            const [{ completionSource }] = await Promise.all([import('./completion/source.ts'), documented()]);
            return completionSource(facts)(context);
          },
          hover: async (view, position, side) => {
            const [{ hoverSource }] = await Promise.all([import('./completion/hover.ts'), documented()]);
            return hoverSource(facts)(view, position, side);
          },
        });
        setFailure('');
        setLoaded(true);
      },
      (error: unknown) => {
        if (!gone) setFailure(error instanceof Error ? error.message : String(error));
      },
    );
    return () => {
      gone = true;
    };
  }, [isText, tries]);
  const explained = problems !== undefined && problems.length > 0;
  useEffect(() => {
    if (explained) explanationsIn(locale).then(setExplanations, () => {});
  }, [explained]);
  useEffect(
    () => () => {
      void workspace.saveAll();
      editor.current?.dispose();
    },
    [],
  );

  useEffect(() => {
    if (!loaded || !isText || !doc || id === undefined) return;
    const { text } = workspace.current.peek() ?? doc;
    editor.current?.show(id, doc.path, text, t('editor.area', { path: doc.path }));
    setList({ open: false, selected: 0, focusTurn: 0 });
  }, [loaded, id, isText]);
  useEffect(() => {
    // What is typed is in the workspace at once, so only a change from outside makes a difference here, however late this runs.
    const there = workspace.current.peek();
    if (loaded && isText && there && idOf(there.machine, there.path) === id) editor.current?.replace(there.text);
  }, [doc?.text]);
  useEffect(() => {
    if (!loaded || !editor.current) return;
    const { length } = editor.current.text();
    const shown = problems && found?.text === editor.current.text() ? problems : undefined;
    if (shown === undefined && problems !== undefined) return;
    editor.current.problems(
      (shown ?? []).map((problem) => diagnosticOf(problem, length, { locale, t, explanations, mend: (one, fix) => void mend(one, fix) })),
    );
    setList((old) => ({ ...old, selected: Math.min(old.selected, Math.max(0, (shown?.length ?? 1) - 1)) }));
  }, [loaded, id, problems, explanations]);

  // The line of the cursor chooses the layer it made; what is chosen elsewhere marks its lines.
  const images = session.view.value ? machineOf(session.view.value, session.machine.value).images : [];
  const instructions = found?.result.instructions ?? [];
  useEffect(() => {
    if (!position.byHand) return;
    const timer = setTimeout(() => {
      const layer = layerOfLine(instructions, position.line, images);
      const { value: old } = session.selected;
      if (layer !== undefined && layer !== old?.id) session.selected.value = { kind: 'layer', id: layer, machine: session.machine.value };
    }, 150);
    return () => clearTimeout(timer);
  }, [position.line, position.byHand]);
  const selected = session.selected.value;
  useEffect(() => {
    if (loaded) editor.current?.marked(linesOfSelected(instructions, selected, images));
  }, [loaded, id, selected, instructions, images]);

  const get = async ({ path }: Doc) => {
    const { name, bytes } = await session.query('editor.pack', { path, as: 'file' });
    download(name, bytes);
  };
  const waiting = doc === undefined || doc.kind === 'loading';
  const preview = isText && !loaded ? doc.text : waiting && (doc === undefined || doc.path === first?.path) ? first?.text : undefined;
  const notes = doc && !isText && note(doc, t);
  return (
    <section class="editor" aria-label={t('editor.label')}>
      <div class="tabs ed-bar">
        {doc === undefined && first ? (
          <span class="tab ed-tab">{nameOf(first.path)}</span>
        ) : (
          <Tabs workspace={workspace} t={t} machine={session.machine.value} />
        )}
        {doc && isText && past === undefined && languageOf(doc.path) === 'dockerfile' && (
          <Build key={doc.path} session={session} workspace={workspace} t={t} path={doc.path} stages={found?.result.stages ?? []} />
        )}
      </div>
      <div
        class="ed-main"
        id="editor-panel"
        role="tabpanel"
        {...(id === undefined ? { 'aria-label': t('editor.label') } : { 'aria-labelledby': `tab ${id}` })}
      >
        {doc && past !== undefined && <PastFile session={session} t={t} path={doc.path} point={past} />}
        {doc && past === undefined && <Conflict key={id} doc={doc} workspace={workspace} t={t} />}
        {failure !== '' && isText && (
          <div class="ed-conflict" role="alert">
            <p>
              <TriangleAlert aria-hidden="true" />
              {t('editor.failed', { why: failure })}
            </p>
            <button type="button" class="btn sm" onClick={() => setTries(tries + 1)}>
              {t('editor.retry')}
            </button>
          </div>
        )}
        <div class="editor-text" ref={holder} hidden={!isText || !loaded || past !== undefined} />
        {preview !== undefined && past === undefined && (
          <pre class="ed-preview">
            {preview.split('\n').map((line, i) => (
              <div key={i}>{line}</div>
            ))}
          </pre>
        )}
        {isText && !loaded && failure === '' && <p class="vh">{t('editor.loading')}</p>}
        {!doc && preview === undefined && <p class="editor-note">{t('editor.none')}</p>}
        {doc && past === undefined && notes !== undefined && notes !== false && (
          <div class="editor-note">
            <p>{notes}</p>
            {(doc.kind === 'binary' || doc.kind === 'big') && (
              <button type="button" class="btn sm" onClick={() => void get(doc)}>
                <Download aria-hidden="true" />
                {t('editor.get')}
              </button>
            )}
          </div>
        )}
      </div>
      {doc && isText && past === undefined && (
        <Problems
          problems={languageOf(doc.path) === 'dockerfile' ? problems : undefined}
          locale={locale}
          t={t}
          explanations={explanations}
          open={list.open}
          selected={list.selected}
          focusTurn={list.focusTurn}
          position={t('editor.position', { line: position.line, column: position.column })}
          status={isUnsaved(doc) ? t('tab.unsaved') : t('editor.saved')}
          onToggle={() => setList((old) => ({ ...old, open: !old.open }))}
          onSelect={(index, jump) => {
            setList((old) => ({ ...old, selected: index }));
            const problem = problems?.[index];
            if (jump && problem) editor.current?.jump(problem.from, problem.to);
          }}
          onMend={(problem, fix) => void mend(problem, fix)}
          onLeave={() => editor.current?.focus()}
        />
      )}
    </section>
  );
}

function note(doc: Doc, t: ReturnType<typeof editorWords>): string | undefined {
  switch (doc.kind) {
    case 'binary':
      return t('editor.binary', { size: formatBytes(doc.size) });
    case 'big':
      return t('editor.big');
    case 'failed':
      return t('editor.unreadable', { why: doc.trouble ?? doc.path });
    default:
      return undefined;
  }
}
