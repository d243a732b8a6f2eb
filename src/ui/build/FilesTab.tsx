// The file tree at a point of a build: one directory at a time, text files read in place.
import { CornerLeftUp, File, FileSymlink, Folder } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { formatBytes } from '../../i18n/index.ts';
import type { Session } from '../session/index.ts';
import type { BuildPoint, PointEntry } from '../session/queries/build.ts';
import { useAnswer } from './use-answer.ts';
import type { BuildWords } from './words.ts';

interface Props {
  readonly session: Session;
  readonly point: BuildPoint;
  readonly t: BuildWords;
}

export function FilesTab({ session, point, t }: Props) {
  const [dir, setDir] = useState('/');
  const [file, setFile] = useState<string | undefined>();
  const key = `${point.build} ${point.stage}.${point.step}`;
  const listed = useAnswer(session, 'build.dir', `${key} ${dir}`, { ...point, path: dir });
  const read = useAnswer(session, 'build.file', file === undefined ? undefined : `${key} ${file}`, { ...point, path: file ?? '/' });
  const full = (name: string) => `${dir === '/' ? '' : dir}/${name}`;
  const open = (entry: PointEntry) => {
    if (entry.kind === 'dir') {
      setDir(full(entry.name));
      setFile(undefined);
    } else if (entry.kind !== 'other') setFile(full(entry.name));
  };
  return (
    <>
      <h3>{t('build.files')}</h3>
      <p class="path">
        <button
          type="button"
          class="btn quiet sm icon"
          disabled={dir === '/'}
          aria-label={t('build.files.up')}
          onClick={() => setDir(dir.replace(/\/[^/]*$/, '') || '/')}
        >
          <CornerLeftUp size={16} aria-hidden="true" />
        </button>
        <code>{dir}</code>
      </p>
      {listed.failure !== undefined && <p class="quiet">{listed.failure}</p>}
      <ul class="entries">
        {listed.answer?.map((entry) => (
          <li key={entry.name}>
            <button type="button" class={full(entry.name) === file ? 'on' : ''} onClick={() => open(entry)}>
              <Icon entry={entry} />
              <span class="p">
                {entry.name}
                {entry.target !== undefined && <span class="quiet"> → {entry.target}</span>}
              </span>
              {entry.change !== undefined && <span class={`kind ${entry.change}`}>{entry.change === 'below' ? '·' : entry.change}</span>}
              <span class="num mode">{entry.mode}</span>
              <span class="num">{entry.kind === 'file' ? formatBytes(entry.size) : ''}</span>
            </button>
          </li>
        ))}
      </ul>
      {listed.answer?.length === 0 && <p class="quiet">{t('build.files.empty')}</p>}
      {file !== undefined && (
        <div class="reader">
          <h3>
            <code>{file}</code>
          </h3>
          {read.failure !== undefined && <p class="quiet">{read.failure}</p>}
          {read.answer && read.answer.text === undefined && (
            <p class="quiet">{t('build.files.binary', { size: formatBytes(read.answer.size) })}</p>
          )}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
          {read.answer?.text !== undefined && <pre tabIndex={0}>{read.answer.text}</pre>}
          {read.answer?.cut && <p class="quiet">{t('build.files.cut')}</p>}
        </div>
      )}
    </>
  );
}

function Icon({ entry: { kind } }: { readonly entry: PointEntry }) {
  if (kind === 'dir') return <Folder size={16} aria-hidden="true" />;
  return kind === 'symlink' ? <FileSymlink size={16} aria-hidden="true" /> : <File size={16} aria-hidden="true" />;
}
