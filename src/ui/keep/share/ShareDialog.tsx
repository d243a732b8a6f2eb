// Sharing the state: a link that holds it, and a file that holds everything. Says what is in it and what is not.
import { Check, Copy, FileDown, Lock, Minus, Plus, TriangleAlert } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatBytes, type Locale } from '../../../i18n/index.ts';
import type { Session } from '../../session/index.ts';
import { deviceStore } from '../../session/storage.ts';
import { addressOfLink } from '../address.ts';
import { Dialog } from '../Dialog.tsx';
import { writeFile } from '../file/write.ts';
import { encodeLink, longestLink } from '../link/link.ts';
import { whenReady } from '../ready.ts';
import { saveFile } from '../save-file.ts';
import { factsOf, type StateFacts } from '../state.ts';
import { whyOf } from '../trouble.ts';
import { type KeepWords, keepWords } from '../words.ts';
import { commandCount, digits } from './counts.ts';

interface Props {
  readonly session: Session;
  readonly locale: Locale;
  /** What the learner called this sandbox; empty when it has no name. */
  readonly title: string;
  onClose(): void;
}

interface Packed {
  readonly saved: string;
  readonly facts: StateFacts;
  readonly url: string;
}

export function ShareDialog({ session, locale, title, onClose }: Props) {
  const t = keepWords(locale);
  const [packed, setPacked] = useState<Packed | undefined>();
  const [failed, setFailed] = useState('');
  const name = title === '' ? t('box.untitled') : title;
  useEffect(() => {
    void (async () => {
      await whenReady(session);
      const saved = await session.save();
      const fragment = await encodeLink({ saved, lab: session.id, title });
      setPacked({ saved, facts: factsOf(saved), url: new URL(addressOfLink(locale, fragment), location.href).href });
    })().catch((error: unknown) => setFailed(whyOf(error)));
  }, []);
  return (
    <Dialog title={t('share.title')} close={t('close')} onClose={onClose}>
      <p class="lead">{t('share.lead')}</p>
      <section>
        <h3>{t('share.link')}</h3>
        {failed !== '' && (
          <p class="warn" role="alert">
            <TriangleAlert aria-hidden="true" />
            {t('share.failed', { why: failed })}
          </p>
        )}
        <Link packed={packed} t={t} />
        {packed && <Contents facts={packed.facts} t={t} />}
        <p class="quiet" data-explain="keep.fragment">
          <Lock aria-hidden="true" />
          <span>{t('share.private')}</span>
        </p>
      </section>
      <section>
        <h3>{t('share.file')}</h3>
        <SaveFile session={session} packed={packed} name={name} title={title} t={t} />
      </section>
    </Dialog>
  );
}

function Link({ packed, t }: { readonly packed: Packed | undefined; readonly t: KeepWords }) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'denied'>('no');
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(packed?.url ?? '');
      setCopied('yes');
      setTimeout(() => setCopied('no'), 1500);
    } catch {
      setCopied('denied');
    }
  };
  if (packed && packed.url.length > longestLink)
    return (
      <p class="warn">
        <TriangleAlert aria-hidden="true" />
        {t('share.long', { n: digits(packed.url.length), most: digits(longestLink) })}
      </p>
    );
  return (
    <>
      <div class="link">
        <input
          ref={field}
          class="mono"
          readOnly
          aria-label={t('share.link')}
          value={packed?.url ?? t('share.making')}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" class="btn pri" disabled={!packed} onClick={() => void copy()}>
          {copied === 'yes' ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
          {t(copied === 'yes' ? 'share.copied' : 'share.copy')}
        </button>
      </div>
      <div class="length">
        <meter max={longestLink} value={packed?.url.length ?? 0} aria-hidden="true" />
        <span class="num" role="status">
          {copied === 'denied'
            ? t('share.nocopy')
            : packed
              ? t('share.length', { n: digits(packed.url.length), most: digits(longestLink) })
              : t('share.making')}
        </span>
      </div>
    </>
  );
}

function Contents({ facts, t }: { readonly facts: StateFacts; readonly t: KeepWords }) {
  const { commands, elsewhere, machines, uploads } = facts;
  const size = formatBytes(uploads.reduce((sum, { bytes }) => sum + bytes, 0));
  return (
    <>
      {uploads.length > 0 && (
        <p class="warn">
          <TriangleAlert aria-hidden="true" />
          {t('share.uploads', { names: uploads.map(({ name }) => name).join(', '), size })}
        </p>
      )}
      <div class="in-out">
        <div>
          <h4>{t('share.in')}</h4>
          <ul>
            <li>
              <Plus aria-hidden="true" />
              {commands.length === 0 ? t('share.in.start') : t('share.in.commands', { n: commandCount(commands.length, t) })}
            </li>
            {elsewhere > 0 && (
              <li>
                <Plus aria-hidden="true" />
                {t('share.in.branches', { n: elsewhere })}
              </li>
            )}
            {machines > 1 && (
              <li>
                <Plus aria-hidden="true" />
                {t('share.in.machines', { n: machines })}
              </li>
            )}
          </ul>
        </div>
        <div>
          <h4>{t('share.out')}</h4>
          <ul>
            <li>
              <Minus aria-hidden="true" />
              {t('share.out.output')}
            </li>
            <li>
              <Minus aria-hidden="true" />
              {t('share.out.uploads')}
            </li>
          </ul>
        </div>
      </div>
    </>
  );
}

interface FileProps {
  readonly session: Session;
  readonly packed: Packed | undefined;
  readonly name: string;
  readonly title: string;
  readonly t: KeepWords;
}

function SaveFile({ session, packed, name, title, t }: FileProps) {
  const [said, say] = useState('');
  const save = async () => {
    if (!packed) return;
    const record = { version: 2 as const, saved: packed.saved, history: [...session.history], commands: packed.facts.commands.length };
    const now = Date.now();
    const box = { title, lab: session.id, created: now, changed: now, record };
    try {
      const uploads = packed.facts.uploads.map(({ digest }) => digest);
      const written = await writeFile(name, [box], uploads, (digest) => deviceStore().blob(digest));
      saveFile(written.name, written.file);
      const missing = written.missing.length === 0 ? '' : ` ${t('share.missing', { n: written.missing.length })}`;
      say(t('share.saved', { name: written.name, size: formatBytes(written.file.size) }) + missing);
    } catch (error) {
      say(t('share.failed', { why: whyOf(error) }));
    }
  };
  return (
    <div class="file">
      <p>{t('share.file.lead')}</p>
      <button type="button" class="btn" disabled={!packed} onClick={() => void save()}>
        <FileDown aria-hidden="true" />
        {t('share.save')}
      </button>
      <span role="status" class="said num">
        {said}
      </span>
    </div>
  );
}
