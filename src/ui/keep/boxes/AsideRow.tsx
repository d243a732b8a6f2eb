import { FileDown, Trash2 } from 'lucide-preact';
import { formatBytes } from '../../../i18n/index.ts';
import type { Aside } from '../../session/storage.ts';
import type { KeepWords } from '../words.ts';
import { whenOf } from './model.ts';
import { RowButton } from './RowButton.tsx';

interface Props {
  readonly aside: Aside;
  readonly language: string;
  readonly t: KeepWords;
  onSave(): void;
  onDelete(): void;
}

/** A record that this version cannot read: kept as it is, to be taken away. */
export function AsideRow({ aside, language, t, onSave, onDelete }: Props) {
  const title = aside.lab;
  return (
    <li>
      <div class="who">
        <span class="title">{title}</span>
        <p class="num muted">
          <span>{formatBytes(aside.bytes)}</span>
          <span>{whenOf(aside.when, Date.now(), language)}</span>
        </p>
      </div>
      <div class="do">
        <RowButton say={t('box.aside.save', { title })} onClick={onSave}>
          <FileDown aria-hidden="true" />
        </RowButton>
        <RowButton say={t('box.aside.delete', { title })} onClick={onDelete}>
          <Trash2 aria-hidden="true" />
        </RowButton>
      </div>
    </li>
  );
}
