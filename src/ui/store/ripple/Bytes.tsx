// The bytes of a file, a row at a time: choosing one flips its lowest bit. Or one thing of its header.
import { ChevronLeft, ChevronRight } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { formatBytes } from '../../../i18n/index.ts';
import type { Session } from '../../session/index.ts';
import type { FileAt, FileBytes, RippleChange } from '../../session/queries/store.ts';
import { charOf } from './text.ts';
import type { RippleWords } from './words.ts';

/** Bytes that are shown at once. */
const SHOWN = 48;

interface Props {
  readonly session: Session;
  readonly at: FileAt;
  readonly kind: 'byte' | 'mtime' | 'mode';
  readonly t: RippleWords;
  readonly busy: boolean;
  run(change: RippleChange): void;
}

export function Bytes({ session, at, kind, t, busy, run }: Props) {
  const [offset, setOffset] = useState(0);
  const [file, setFile] = useState<FileBytes | undefined>();
  const [chosen, setChosen] = useState(0);
  const { chainID, path } = at;
  useEffect(() => {
    let gone = false;
    session.query('store.bytes', { chainID, path, offset, length: SHOWN }).then(
      (bytes) => {
        if (!gone) setFile(bytes);
      },
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [session, chainID, path, offset]);
  if (file === undefined) return <p class="rip-note" />;
  if (kind !== 'byte')
    return (
      <div class="rip-actions">
        <button
          type="button"
          class="btn pri sm"
          disabled={busy}
          onClick={() => run(kind === 'mtime' ? { kind, ...at, mtime: file.mtime + 1 } : { kind, ...at, mode: file.mode ^ 0o100 })}
        >
          {t(kind === 'mtime' ? 'ripple.second' : 'ripple.bit')}
        </button>
      </div>
    );
  const flip = (index: number): void => {
    setChosen(index);
    run({ kind: 'byte', ...at, offset: file.offset + index, byte: (file.bytes[index] ?? 0) ^ 1 });
  };
  const last = Math.max(file.offset, file.offset + file.bytes.length - 1);
  return (
    <div class="rip-bytes">
      <p>{t('ripple.pick', { from: file.offset, to: last, size: formatBytes(file.size) })}</p>
      <div class="rip-row">
        <button
          type="button"
          class="icon-btn"
          aria-label={t('ripple.prev')}
          title={t('ripple.prev')}
          disabled={offset === 0}
          onClick={() => setOffset(Math.max(0, offset - SHOWN))}
        >
          <ChevronLeft size={16} aria-hidden="true" />
        </button>
        <div class="rip-cells">
          {[...file.bytes].map((byte, index) => {
            const hex = byte.toString(16).padStart(2, '0');
            const char = charOf(byte);
            return (
              <button
                key={index}
                type="button"
                tabIndex={index === chosen ? 0 : -1}
                class={`rip-cell${char === '' ? ' dim' : ''}`}
                aria-pressed={index === chosen}
                aria-label={t('ripple.at', { n: file.offset + index, char: char === '' ? hex : char })}
                disabled={busy}
                onClick={() => flip(index)}
                onKeyDown={(event) => {
                  const to = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: file.bytes.length - 1 }[event.key];
                  if (to === undefined) return;
                  event.preventDefault();
                  const cell = event.currentTarget.parentElement?.children[to];
                  if (cell instanceof HTMLElement) {
                    setChosen(to);
                    cell.focus();
                  }
                }}
              >
                {char === '' ? hex : char}
              </button>
            );
          })}
        </div>
        <button
          type="button"
          class="icon-btn"
          aria-label={t('ripple.next')}
          title={t('ripple.next')}
          disabled={offset + SHOWN >= file.size}
          onClick={() => setOffset(offset + SHOWN)}
        >
          <ChevronRight size={16} aria-hidden="true" />
        </button>
      </div>
      <div class="rip-actions">
        <button type="button" class="btn pri sm" disabled={busy} onClick={() => flip(chosen)}>
          {t('ripple.flip')}
        </button>
        <label class="rip-type">
          <span>{t('ripple.type', { n: file.offset + chosen })}</span>
          <input
            class="rip-input one"
            maxLength={1}
            spellcheck={false}
            autocomplete="off"
            onInput={(event) => {
              const byte = new TextEncoder().encode(event.currentTarget.value)[0];
              if (byte !== undefined) run({ kind: 'byte', ...at, offset: file.offset + chosen, byte });
            }}
          />
        </label>
      </div>
    </div>
  );
}
