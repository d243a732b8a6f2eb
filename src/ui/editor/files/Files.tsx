// The file tree of the chosen machine: open, make, rename, move, delete, upload, download.

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { formatBytes, type Locale } from '../../../i18n/index.ts';
import { late } from '../../late/index.tsx';
import type { Session } from '../../session/index.ts';
import { editorWords } from '../words.ts';
import { isUnsaved } from '../workspace/doc.ts';
import { workspaceOf } from '../workspace/workspace.ts';
import { Foot } from './Foot.tsx';
import { intentOf } from './keys.ts';
import { MachineTabs } from './MachineTabs.tsx';
import { menuFor } from './menu-items.tsx';
import { NameField } from './NameField.tsx';
import { nameOf, parentOf } from './paths.ts';
import { Row } from './Row.tsx';
import { rowOf } from './rows.ts';
import { Toast } from './Toast.tsx';
import { createTree, type Start } from './tree.ts';
import { download } from './upload.ts';
import { useUploads } from './use-uploads.tsx';

const Menu = late(async () => (await import('./Menu.tsx')).Menu);

interface Props {
  readonly session: Session;
  readonly locale: Locale;
  readonly start?: Start;
}

export function Files({ session, locale, start }: Props) {
  const t = editorWords(locale);
  const workspace = workspaceOf(session);
  const tree = useMemo(() => createTree(session, workspace, start), [session]);
  useEffect(() => () => tree.dispose(), [tree]);
  const list = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const [menu, setMenu] = useState<{ readonly path: string; readonly x: number; readonly y: number }>();
  const uploads = useUploads(tree, t);
  const current = workspace.current.value;
  useEffect(() => {
    if (current?.machine === session.machine.peek()) tree.reveal(current.path);
  }, [current?.machine, current?.path]);
  const rows = tree.rows.value;
  /** An earlier moment is looked at: nothing can be changed there. */
  const past = session.looking.value;
  const naming = tree.naming.value;
  const cwd = session.view.value?.terminals.find((one) => one.machine === session.machine.value)?.cwd;
  const open = current?.machine === session.machine.value ? current.path : undefined;
  const focus = rowOf(rows, tree.focus.value ?? open)?.path ?? rows[0]?.path;

  const focusRow = (path: string | undefined) => {
    if (path === undefined) return;
    tree.focus.value = path;
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`)?.focus());
  };
  const choose = (path: string) => {
    tree.focus.value = path;
    workspace.open(path);
  };
  const get = async (path: string, as: 'file' | 'tar' | 'zip') => {
    try {
      await workspace.saveAll();
      const { name, bytes } = await session.query('editor.pack', { path, as });
      download(name, bytes);
    } catch (error) {
      tree.told.value = { kind: 'trouble', why: error instanceof Error ? error.message : String(error) };
    }
  };
  const nameNew = (kind: 'file' | 'folder', folder: string) => {
    tree.toggle(folder, true);
    tree.naming.value = { kind, at: folder };
  };
  const showMenu = (path: string, at?: { readonly x: number; readonly y: number }) => {
    const box = list.current?.querySelector(`[data-path="${CSS.escape(path)}"]`)?.getBoundingClientRect();
    tree.focus.value = path;
    setMenu({ path, x: at?.x ?? (box?.left ?? 0) + 24, y: at?.y ?? box?.bottom ?? 0 });
  };
  const rename = (path: string) => {
    tree.naming.value = { kind: 'rename', at: path };
  };
  const remove = (path: string) => {
    tree.remove(path);
    focusRow(tree.focus.value);
  };
  const cut = (path: string) => {
    tree.cut.value = path;
    tree.told.value = { kind: 'cut', name: nameOf(path) };
  };
  const paste = (path: string) => {
    if (tree.cut.value !== undefined) void tree.move(tree.cut.value, tree.folderOf(path));
  };
  const endNaming = () => {
    tree.naming.value = undefined;
  };
  const press = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) return;
    const now = performance.now();
    if (now - typed.current.at > 700) typed.current.text = '';
    const ctrl = event.ctrlKey || event.metaKey;
    const intent = intentOf({ key: event.key, ctrl, shift: event.shiftKey, alt: event.altKey }, rows, focus, typed.current.text);
    if (event.key.length === 1 && !ctrl) typed.current = { text: typed.current.text + event.key, at: now };
    if (intent === undefined || (past !== undefined && !/^(?:focus|open|close|choose|menu)$/.test(intent.do))) return;
    event.preventDefault();
    if (intent.do === 'focus') focusRow(intent.path);
    else if (intent.do === 'open' || intent.do === 'close') tree.toggle(intent.path, intent.do === 'open');
    else if (intent.do === 'choose') choose(intent.path);
    else if (intent.do === 'rename') rename(intent.path);
    else if (intent.do === 'delete') remove(intent.path);
    else if (intent.do === 'cut') cut(intent.path);
    else if (intent.do === 'paste') paste(intent.path);
    else if (intent.do === 'menu') showMenu(intent.path);
    else if (intent.do === 'uncut') tree.cut.value = undefined;
  };

  const { folder, bytes } = tree.total.value;
  const target = tree.folderOf(focus);
  const field = naming && naming.kind !== 'rename' && (
    <div role="none" class="ed-row" style={{ '--depth': (rowOf(rows, naming.at)?.level ?? 0) + 1 }}>
      <NameField
        t={t}
        label={t(naming.kind === 'file' ? 'files.name.file' : 'files.name.folder', { folder: nameOf(naming.at) || '/' })}
        initial=""
        taken={tree.namesIn(naming.at)}
        folders
        onName={(name) =>
          void tree.make(naming.kind === 'folder' ? 'folder' : 'file', naming.at, name).then(() => focusRow(tree.focus.value))
        }
        onCancel={endNaming}
      />
    </div>
  );

  return (
    <nav
      class="files-pane"
      aria-label={t('files.label', { machine: session.machine.value })}
      {...(past === undefined ? uploads.paneProps(target) : {})}
    >
      <MachineTabs session={session} t={t} />
      <div
        class="ed-tree"
        role="tree"
        aria-label={t('files.label', { machine: session.machine.value })}
        ref={list}
        onKeyDown={press}
        data-explain="files.tree"
      >
        {field && rowOf(rows, naming?.at) === undefined && field}
        {rows.map((row) => (
          <>
            <Row
              key={`${row.kind} ${row.path}`}
              row={row}
              t={t}
              tabbable={row.kind === 'entry' && row.path === focus}
              open={row.kind === 'entry' && row.path === open}
              unsaved={workspace.docs.value.some((doc) => doc.path === row.path && doc.machine === session.machine.value && isUnsaved(doc))}
              here={row.kind === 'entry' && row.path === cwd}
              cut={row.path === tree.cut.value}
              mark={tree.marks.value.get(row.path)}
              problems={tree.counts.value[row.path] ?? 0}
              dropping={uploads.over.value === row.path}
              naming={
                naming?.kind === 'rename' && naming.at === row.path && row.kind === 'entry' ? (
                  <NameField
                    t={t}
                    label={t('files.rename.label', { name: row.name })}
                    initial={row.name}
                    taken={tree.namesIn(parentOf(row.path))}
                    folders={false}
                    onName={(name) => void tree.rename(row.path, name).then(() => focusRow(tree.focus.value))}
                    onCancel={endNaming}
                  />
                ) : undefined
              }
              onChoose={() => {
                if (row.kind === 'more') tree.showAll(row.path);
                else if (row.expanded === undefined) choose(row.path);
                else {
                  tree.focus.value = row.path;
                  tree.toggle(row.path);
                }
              }}
              onMenu={(at) => showMenu(row.path, at)}
              drag={past === undefined ? uploads.rowProps(row) : {}}
            />
            {field && row.kind === 'entry' && row.path === naming?.at && field}
          </>
        ))}
        {tree.ready.value && rows.length === 1 && !naming && (
          <div role="none" class="ed-none">
            {t('files.none')}
          </div>
        )}
      </div>
      <Toast tree={tree} t={t} uploads={uploads} onUndo={() => focusRow(tree.focus.value)} />
      <Foot t={t} past={past} onNew={(kind) => nameNew(kind, target)} onUpload={() => uploads.choose(target)}>
        {tree.ready.value && (
          <span class="label num" title={folder}>
            {t('files.total', { size: formatBytes(bytes), folder: nameOf(folder) || '/' })}
          </span>
        )}
      </Foot>
      {uploads.input}
      {menu && (
        <Menu
          label={t('files.menu', { name: nameOf(menu.path) || '/' })}
          at={menu}
          onClose={() => setMenu(undefined)}
          items={menuFor(rowOf(rows, menu.path), {
            past: past !== undefined,
            t,
            cut: tree.cut.value,
            nameNew: (kind) => nameNew(kind, tree.folderOf(menu.path)),
            upload: () => uploads.choose(tree.folderOf(menu.path)),
            rename: () => rename(menu.path),
            cutIt: () => cut(menu.path),
            paste: () => paste(menu.path),
            get: (as) => void get(menu.path, as),
            goThere: () => session.put(`cd ${menu.path}`, { enter: true }),
            remove: () => remove(menu.path),
          })}
        />
      )}
    </nav>
  );
}
