// A file as it was at the earlier moment that is looked at: to read, not to change.
import { History } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { formatBytes } from '../../i18n/index.ts';
import type { Session } from '../session/index.ts';
import type { EditorWords } from './words.ts';
import { type PastText, pastText } from './workspace/past-text.ts';

interface Props {
  readonly session: Session;
  readonly t: EditorWords;
  readonly path: string;
  /** The point of the timeline. */
  readonly point: number;
}

export function PastFile({ session, t, path, point }: Props) {
  const [file, setFile] = useState<PastText>();
  useEffect(() => {
    let gone = false;
    void pastText(session, path).then((found) => {
      if (!gone) setFile(found);
    });
    return () => {
      gone = true;
    };
  }, [path, point]);
  return (
    <div class="ed-past">
      <p class="ed-past-say" role="status">
        <History aria-hidden="true" />
        {t('past.say', { n: point })}
        <button type="button" class="btn sm" onClick={() => void session.look(undefined)}>
          {t('past.back')}
        </button>
      </p>
      {file?.text !== undefined && (
        <section class="ed-past-text" aria-label={t('past.label', { path, n: point })}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached with the keyboard */}
          <pre class="ed-preview" tabIndex={0}>
            {file.text.split('\n').map((line, i) => (
              <div key={i}>{line}</div>
            ))}
          </pre>
        </section>
      )}
      {file?.size !== undefined && <p class="editor-note">{t('editor.binary', { size: formatBytes(file.size) })}</p>}
      {file?.why !== undefined && <p class="editor-note">{t(file.why === '' ? 'past.none' : 'editor.unreadable', { why: file.why })}</p>}
    </div>
  );
}
