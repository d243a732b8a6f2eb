import { Copy, FileDown, Pencil, Trash2 } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { formatBytes } from '../../../i18n/index.ts';
import { commandCount } from '../share/counts.ts';
import type { KeepWords } from '../words.ts';
import { type BoxRow, whenOf } from './model.ts';
import { RowButton } from './RowButton.tsx';

interface Props {
  readonly row: BoxRow;
  readonly title: string;
  readonly language: string;
  readonly t: KeepWords;
  readonly href: string;
  onOpen(): void;
  onRename?(title: string): void;
  onDuplicate?(): void;
  onSave(): void;
  /** Missing for the one in this page. */
  onDelete?(): void;
}

export function BoxItem({ row, title, language, t, href, onOpen, onRename, onDuplicate, onSave, onDelete }: Props) {
  const [naming, setNaming] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const done = (to: string | undefined) => {
    setNaming(false);
    requestAnimationFrame(() => pencil.current?.focus());
    const plain = to?.trim();
    if (plain !== undefined && plain !== '' && plain !== title) onRename?.(plain);
  };
  return (
    <li class={row.here ? 'here' : ''} aria-current={row.here ? 'true' : undefined}>
      <div class="who">
        {naming ? (
          <input
            class="name"
            aria-label={t('box.name')}
            value={title}
            maxLength={80}
            ref={(field) => {
              if (field && document.activeElement !== field) {
                field.focus();
                field.select();
              }
            }}
            onKeyDown={(event) => {
              if (event.isComposing) return;
              if (event.key === 'Enter') done(event.currentTarget.value);
              else if (event.key === 'Escape') {
                event.preventDefault();
                event.stopPropagation();
                done(undefined);
              }
            }}
            onBlur={(event) => naming && done(event.currentTarget.value)}
          />
        ) : (
          <a
            class="title"
            href={href}
            aria-label={t('box.open', { title })}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              onOpen();
            }}
          >
            {title}
          </a>
        )}
        {row.here && <span class="chip">{t('box.here')}</span>}
        <p class="num muted">
          <span>{commandCount(row.commands, t)}</span>
          {row.bytes > 0 && <span>{formatBytes(row.bytes)}</span>}
          <span>{whenOf(row.changed, Date.now(), language)}</span>
        </p>
      </div>
      <div class="do">
        {onRename && (
          <RowButton say={t('box.rename', { title })} at={pencil} onClick={() => setNaming(true)}>
            <Pencil aria-hidden="true" />
          </RowButton>
        )}
        {onDuplicate && (
          <RowButton say={t('box.duplicate', { title })} onClick={onDuplicate}>
            <Copy aria-hidden="true" />
          </RowButton>
        )}
        <RowButton say={t('box.save', { title })} disabled={row.bytes === 0} onClick={onSave}>
          <FileDown aria-hidden="true" />
        </RowButton>
        <RowButton say={t('box.delete', { title })} disabled={!onDelete} onClick={onDelete}>
          <Trash2 aria-hidden="true" />
        </RowButton>
      </div>
    </li>
  );
}
