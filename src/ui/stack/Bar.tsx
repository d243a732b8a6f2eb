// The controls above the drawing: whose layers, a path to drill, find, waste.
import { Gauge, TextSearch } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import type { MachineView } from '../session/view/index.ts';
import { displayName } from './model.ts';
import { containerSubject, imageSubject, type Subject } from './subject.ts';
import type { StackWords } from './words.ts';

export type PanelKind = 'path' | 'find' | 'waste';

interface Props {
  readonly view: MachineView;
  readonly t: StackWords;
  readonly subject: Subject | undefined;
  readonly onSubject: (subject: Subject) => void;
  readonly path: string | undefined;
  readonly onPath: (path: string | undefined) => void;
  readonly panel: PanelKind | undefined;
  readonly onPanel: (panel: PanelKind | undefined) => void;
}

export function Bar({ view, t, subject, onSubject, path, onPath, panel, onPanel }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (field.current) field.current.value = path ?? '';
  }, [path]);
  const opener = (kind: PanelKind, icon: preact.ComponentChildren, text: string) => (
    <button
      type="button"
      class="btn quiet sm stk-open"
      aria-expanded={panel === kind}
      aria-label={text}
      title={text}
      data-explain={`stack.${kind}`}
      onClick={() => onPanel(panel === kind ? undefined : kind)}
    >
      {icon}
      <span>{text}</span>
    </button>
  );
  return (
    <div class="pic-bar stk-bar">
      <label class="choose">
        <span class="vh">{t('choose')}</span>
        <select value={subject} onChange={(event) => onSubject(event.currentTarget.value)}>
          {view.images.length > 0 && (
            <optgroup label={t('images')}>
              {view.images.map((image) => (
                <option key={image.id} value={imageSubject(image.id)}>
                  {displayName(image)}
                </option>
              ))}
            </optgroup>
          )}
          {view.containers.length > 0 && (
            <optgroup label={t('containers')}>
              {view.containers.map((container) => (
                <option key={container.id} value={containerSubject(container.id)}>
                  {t('container', { name: container.name })}
                </option>
              ))}
            </optgroup>
          )}
        </select>
      </label>
      <form
        class="stk-path"
        data-explain="stack.core"
        onSubmit={(event) => {
          event.preventDefault();
          const text = field.current?.value.trim() ?? '';
          onPath(text === '' ? undefined : text.startsWith('/') ? text : `/${text}`);
        }}
      >
        <label>
          <span class="vh">{t('core.field')}</span>
          <input
            ref={field}
            type="text"
            placeholder={t('core.hint')}
            spellcheck={false}
            autocapitalize="off"
            autocomplete="off"
            enterkeyhint="search"
          />
        </label>
      </form>
      <div class="end">
        {opener('find', <TextSearch aria-hidden="true" />, t('find.open'))}
        {opener('waste', <Gauge aria-hidden="true" />, t('waste.open'))}
      </div>
    </div>
  );
}
