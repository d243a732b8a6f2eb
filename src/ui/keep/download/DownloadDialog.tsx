// Choosing an image and a form, seeing what it weighs, and taking it away as a file that real Docker loads.
import { Download, TriangleAlert } from 'lucide-preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { formatBytes, type Locale } from '../../../i18n/index.ts';
import type { Session } from '../../session/index.ts';
import type { ArchiveFormat } from '../../session/queries/keep.ts';
import { Dialog } from '../Dialog.tsx';
import { fileName } from '../file/write.ts';
import { whenReady } from '../ready.ts';
import { saveFile } from '../save-file.ts';
import { whyOf } from '../trouble.ts';
import { keepWords } from '../words.ts';
import { fetchArchive } from './pieces.ts';
import { openTarget, picksFiles } from './target.ts';

interface Props {
  readonly session: Session;
  readonly locale: Locale;
  onClose(): void;
}

interface Measured {
  readonly archive: number;
  readonly size: number;
  readonly layers: number;
}

/** Bytes from which a download that is kept in memory may be too much. */
const heavy = 400e6;

export function DownloadDialog({ session, locale, onClose }: Props) {
  const t = keepWords(locale);
  const machine = session.shown.value.view?.machines.find(({ name }) => name === session.machine.value);
  const images = machine?.images ?? [];
  const wanted = session.selected.value?.kind === 'image' ? session.selected.value.id : undefined;
  const [image, setImage] = useState(images.some(({ id }) => id === wanted) ? wanted : images[0]?.id);
  const [format, setFormat] = useState<ArchiveFormat>('docker');
  const [measured, setMeasured] = useState<Measured | undefined>();
  const [part, setPart] = useState<number | undefined>();
  const [said, say] = useState('');
  const [trouble, setTrouble] = useState('');
  const stopped = useRef(false);
  const group = useId();
  const chosen = images.find(({ id }) => id === image);

  useEffect(() => {
    if (!chosen) return;
    let gone = false;
    setMeasured(undefined);
    setTrouble('');
    const asked = whenReady(session).then(() => session.query('keep.archive', { image: chosen.id, names: chosen.tags, format }));
    asked.then(
      (answer) => !gone && setMeasured(answer),
      (error: unknown) => !gone && setTrouble(whyOf(error)),
    );
    return () => {
      gone = true;
    };
  }, [chosen?.id, format]);
  useEffect(
    () => () => {
      stopped.current = true;
    },
    [],
  );

  const download = async () => {
    if (!measured || !chosen) return;
    const name = `${fileName((chosen.tags[0] ?? chosen.id.slice(7, 19)).replaceAll(/[/:]/g, '-'))}${format === 'oci' ? '.oci' : ''}.tar`;
    stopped.current = false;
    say('');
    setTrouble('');
    try {
      const target = await openTarget(name, measured.size > heavy, saveFile);
      if (target === undefined) return;
      setPart(0);
      const whole = await fetchArchive(session, measured, target, setPart, () => stopped.current);
      await target.close(whole);
      say(whole ? t('down.done', { name: target.name }) : t('open.stopped'));
    } catch (error) {
      setTrouble(t('down.failed', { why: whyOf(error) }));
    } finally {
      setPart(undefined);
    }
  };

  const size = measured ? formatBytes(measured.size) : '';
  return (
    <Dialog
      title={t('down.title')}
      close={t('close')}
      onClose={onClose}
      foot={
        images.length === 0 ? undefined : part === undefined ? (
          <>
            <span class="grow num muted" role="status">
              {said !== ''
                ? said
                : measured
                  ? t(measured.layers === 1 ? 'down.size.one' : 'down.size', { size, layers: measured.layers })
                  : trouble === ''
                    ? t('down.measuring')
                    : ''}
            </span>
            <button type="button" class="btn pri" disabled={!measured} onClick={() => void download()}>
              <Download aria-hidden="true" />
              {t('down.go', { size })}
            </button>
          </>
        ) : (
          <>
            <progress class="grow" max={1} value={part} aria-label={t('down.working', { percent: Math.floor(part * 100), size })} />
            <span class="num">{t('down.working', { percent: Math.floor(part * 100), size })}</span>
            <button
              type="button"
              class="btn"
              onClick={() => {
                stopped.current = true;
              }}
            >
              {t('stop')}
            </button>
          </>
        )
      }
    >
      {images.length === 0 ? (
        <p class="empty">{t('down.none')}</p>
      ) : (
        <>
          <p class="lead">{t('down.lead')}</p>
          <fieldset class="choice images" disabled={part !== undefined}>
            <legend>{t('down.image')}</legend>
            {images.map(({ id, tags, size: bytes }) => (
              <label key={id}>
                <input type="radio" name={`${group}image`} checked={id === image} onChange={() => setImage(id)} />
                <span class="names mono">{tags.length === 0 ? '<none>' : tags.join('  ')}</span>
                <code>{id.slice(7, 19)}</code>
                <span class="num">{formatBytes(bytes)}</span>
              </label>
            ))}
          </fieldset>
          <fieldset class="choice" disabled={part !== undefined} data-explain="keep.format">
            <legend>{t('down.format')}</legend>
            {(['docker', 'oci'] as const).map((one) => (
              <label key={one}>
                <input type="radio" name={`${group}format`} checked={one === format} onChange={() => setFormat(one)} />
                <span>
                  <b>{t(`down.${one}`)}</b>
                  <span class="muted"> {t(`down.${one}.say`)}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <p class="quiet" data-explain="keep.bytes">
            {t('down.bytes')}
          </p>
          {measured && measured.size > heavy && !picksFiles() && (
            <p class="warn">
              <TriangleAlert aria-hidden="true" />
              {t('down.large', { size })}
            </p>
          )}
          {trouble !== '' && (
            <p class="warn" role="alert">
              <TriangleAlert aria-hidden="true" />
              {trouble}
            </p>
          )}
        </>
      )}
    </Dialog>
  );
}
