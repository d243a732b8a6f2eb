// Builds the Dockerfile in front: the command is typed into the terminal for all to see.

import { ChevronDown, Hammer, ListChecks, RefreshCw, Target } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { late } from '../../late/index.tsx';
import type { Session } from '../../session/index.ts';
import type { StageInfo } from '../../session/queries/editor.ts';
import type { EditorWords } from '../words.ts';
import { recall, remember } from '../workspace/memory.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type BuildChoice, buildLine, isImageName, nameFrom } from './build-line.ts';

const Menu = late(async () => (await import('../files/Menu.tsx')).Menu);

interface Props {
  readonly session: Session;
  readonly workspace: Workspace;
  readonly t: EditorWords;
  readonly path: string;
  readonly stages: readonly StageInfo[];
}

/** Saves, then types the command and runs it. */
export async function runBuild(session: Session, workspace: Workspace, path: string, choice: Partial<BuildChoice> = {}): Promise<void> {
  if (!(await workspace.saveAll())) return;
  const name = recall(workspace.lab).names?.[path] ?? nameFrom(path);
  const terminals = session.view.value?.terminals ?? [];
  const cwd = (terminals.find(({ machine }) => machine === session.machine.value) ?? terminals[0])?.cwd ?? '/';
  session.put(buildLine(path, cwd, { name, ...choice }), { enter: true });
}

export function Build({ session, workspace, t, path, stages }: Props) {
  const arrow = useRef<HTMLButtonElement>(null);
  const [menu, setMenu] = useState<{ readonly x: number; readonly y: number; readonly end: boolean }>();
  const [name, setName] = useState(recall(workspace.lab).names?.[path] ?? nameFrom(path));
  const right = isImageName(name);
  const run = (choice: Partial<BuildChoice> = {}) => void runBuild(session, workspace, path, choice);
  const named = stages.filter((stage, i) => stage.name !== '' && i < stages.length - 1);
  const keep = (text: string) => {
    setName(text);
    if (isImageName(text)) remember(workspace.lab, { names: { ...recall(workspace.lab).names, [path]: text } });
  };
  return (
    <span class="ed-build" data-explain="editor.build">
      <button type="button" class="btn pri sm" onClick={() => run()} title={`docker build -t ${name}`}>
        <Hammer aria-hidden="true" />
        {t('build.go')}
      </button>
      <button
        type="button"
        class="btn pri sm ed-build-more"
        ref={arrow}
        aria-label={t('build.more')}
        aria-haspopup="menu"
        aria-expanded={menu !== undefined}
        onClick={() => {
          const box = arrow.current?.getBoundingClientRect();
          setMenu(menu || !box ? undefined : { x: box.right, y: box.bottom + 4, end: true });
        }}
      >
        <ChevronDown aria-hidden="true" />
      </button>
      {menu && (
        <Menu
          label={t('build.more')}
          at={menu}
          onClose={() => setMenu(undefined)}
          items={[
            { id: 'check', icon: <ListChecks />, text: t('build.check'), act: () => run({ check: true }) },
            { id: 'nocache', icon: <RefreshCw />, text: t('build.nocache'), act: () => run({ noCache: true }) },
            ...named.map((stage) => ({
              id: `to ${stage.name}`,
              icon: <Target />,
              text: t('build.target', { name: stage.name }),
              act: () => run({ target: stage.name }),
            })),
          ]}
        >
          <label class="ed-build-name">
            <span class="label">{t('build.name')}</span>
            <input
              value={name}
              aria-invalid={!right}
              onInput={(event) => keep(event.currentTarget.value)}
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
            />
          </label>
        </Menu>
      )}
    </span>
  );
}
