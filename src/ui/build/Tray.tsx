// The context beside the first step that takes from it: what was sent, what nobody asked for, what the ignore file kept out.
import { useState } from 'preact/hooks';
import { formatBytes } from '../../i18n/index.ts';
import { useGrey } from '../picture/index.ts';
import type { BuildContextView } from '../session/view/index.ts';
import type { BuildWords } from './words.ts';

const shown = 6;

export function Tray({
  context,
  image,
  t,
}: {
  readonly context: BuildContextView;
  readonly image: string | undefined;
  readonly t: BuildWords;
}) {
  const grey = useGrey();
  const { sent, ignored, unasked, ignoreFile } = context;
  const count = (key: 'sent' | 'unasked' | 'ignored', n: number, bytes: number) =>
    t(n === 1 ? `build.context.${key}.one` : `build.context.${key}`, { n, size: formatBytes(bytes) });
  return (
    <div class="bpx-tray" {...grey(`context ${image}`)} data-explain="build.context">
      <h2>{t('build.context')}</h2>
      <code class="dir">{context.directory}</code>
      <div>
        <p>{count('sent', context.sentFiles, context.sentBytes)}</p>
        <Listing rows={sent} all={context.sentFiles} t={t} draw={({ path, bytes }) => <FileLine path={path} note={formatBytes(bytes)} />} />
      </div>
      <div data-explain="build.ignored">
        {context.ignoredFiles > 0 && (
          <>
            <p>{count('ignored', context.ignoredFiles, context.ignoredBytes)}</p>
            <Listing
              rows={ignored}
              all={ignored.length}
              t={t}
              draw={({ path, bytes, files, line, pattern }) => (
                <FileLine
                  path={path}
                  out
                  note={
                    files === undefined
                      ? formatBytes(bytes)
                      : `${t(files === 1 ? 'build.context.files.one' : 'build.context.files', { n: files })}, ${formatBytes(bytes)}`
                  }
                  by={t('build.context.by', { line, pattern })}
                />
              )}
            />
          </>
        )}
        {ignoreFile === undefined && <p class="quiet">{t('build.context.none', { file: '.dockerignore' })}</p>}
        {ignoreFile !== undefined && context.ignoredFiles === 0 && <p class="quiet">{t('build.context.nothing')}</p>}
      </div>
      {context.unaskedFiles > 0 && (
        <div>
          <p>{count('unasked', context.unaskedFiles, context.unaskedBytes)}</p>
          <Listing
            rows={unasked}
            all={context.unaskedFiles}
            few={3}
            t={t}
            draw={({ path, bytes }) => <FileLine path={path} note={formatBytes(bytes)} quiet />}
          />
        </div>
      )}
    </div>
  );
}

interface ListingProps<Row extends { readonly path: string }> {
  readonly rows: readonly Row[];
  /** How many there are, listed or not. */
  readonly all: number;
  readonly few?: number;
  readonly t: BuildWords;
  readonly draw: (row: Row) => preact.JSX.Element;
}

function Listing<Row extends { readonly path: string }>({ rows, all, few = shown, t, draw }: ListingProps<Row>) {
  const [open, setOpen] = useState(false);
  const listed = open ? rows : rows.slice(0, few);
  const rest = all - listed.length;
  return (
    <ul>
      {listed.map((row) => (
        <li key={row.path}>{draw(row)}</li>
      ))}
      {rows.length > few && (
        <li>
          <button type="button" class="more" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t('build.context.less') : t('build.context.more', { n: rest })}
          </button>
        </li>
      )}
      {(open || rows.length <= few) && rest > 0 && <li class="quiet">{t('build.context.more', { n: rest })}</li>}
    </ul>
  );
}

interface LineProps {
  readonly path: string;
  readonly note: string;
  readonly by?: string;
  readonly out?: boolean;
  readonly quiet?: boolean;
}

function FileLine({ path, note, by, out, quiet }: LineProps) {
  return (
    <span class={`fl${out ? ' out' : ''}${quiet ? ' quiet' : ''}`}>
      {out ? (
        <del title={path}>{path}</del>
      ) : (
        <span class="p" title={path}>
          {path}
        </span>
      )}
      {by !== undefined && (
        <span class="by" title={by}>
          {by}
        </span>
      )}
      <span class="num">{note}</span>
    </span>
  );
}
