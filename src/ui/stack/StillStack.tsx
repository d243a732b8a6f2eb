// The picture without its controls, for pages that are read: beds, instructions, the entries of small layers. Drawn while the site is built.
import { formatBytes } from '../../i18n/index.ts';
import { Counts, Hidden, Planes } from './BedRow.tsx';
import { all, type Bed, type StackModel } from './model.ts';
import { densityOf, keyOf, rowsOf } from './rows.ts';
import { fileNote, instructionOf, saySummary } from './text.ts';
import type { StackWords } from './words.ts';

/** A layer with at most so many entries shows them. */
const FEW = 6;

interface Props {
  readonly model: StackModel;
  readonly t: StackWords;
}

export function StillStack({ model, t }: Props) {
  const rows = rowsOf(model, false);
  return (
    <div class={`stk still ${densityOf(rows)}`} role="img" aria-label={saySummary(model, t)}>
      <div class="stk-r stk-head">
        <div class="ax num">
          <span>{t('size')}</span>
          <span>kB</span>
          <span>MB</span>
          <span>GB</span>
        </div>
      </div>
      {rows.map((row, index) =>
        row.kind === 'bed' ? (
          <StillBed key={keyOf(row)} bed={row.bed} model={model} last={index === rows.length - 1} t={t} />
        ) : row.kind === 'group' ? (
          <div class="stk-r group base last" key={keyOf(row)}>
            <div class="col">
              <div class="bed strips" style={{ '--w': `${Math.max(...row.beds.map((bed) => bed.width))}%` }}>
                {row.beds.map((bed) => (
                  <i class="lay" key={bed.key} style={{ '--h': String(bed.paint.hue) }} data-tone={bed.paint.tone} />
                ))}
              </div>
            </div>
            <div class="core" />
            <div class="txt">
              <div class="ins">
                <span>{t('group', { name: row.base.name, n: row.base.count })}</span>
              </div>
            </div>
            <Counts counts={row.base.counts} />
            <div class="sz num">{formatBytes(row.base.size)}</div>
          </div>
        ) : null,
      )}
      {model.ground.length > 0 && (
        <div class="stk-r ground">
          <div class="col" />
          <div />
          <div class="txt">
            <Planes planes={model.ground} />
            {model.beds.length === 0 && <div class="nt">{t('nolayers')}</div>}
          </div>
        </div>
      )}
    </div>
  );
}

function StillBed({
  bed,
  model,
  last,
  t,
}: {
  readonly bed: Bed;
  readonly model: StackModel;
  readonly last: boolean;
  readonly t: StackWords;
}) {
  const files = bed.more === 0 && bed.changes.length <= FEW ? bed.changes : [];
  return (
    <div
      class={`stk-r lay${bed.baseName === undefined ? '' : ' base'}${last ? ' last' : ''}`}
      style={{ '--h': String(bed.paint.hue), '--w': `${bed.width}%` }}
      data-tone={bed.paint.tone}
      data-tex={bed.paint.texture}
    >
      <div class="col">
        <div class="bed">
          <Hidden size={bed.size} hidden={bed.hidden} />
        </div>
      </div>
      <span class="code">{bed.code}</span>
      <div class="core" />
      <div class="txt">
        <Planes planes={bed.planes} />
        <div class="ins">
          <span>{instructionOf(bed, t)}</span>
        </div>
        {files.map((file) => (
          <div class="nt" key={file.path}>
            <span class="mono">
              {file.kind} {file.path}
            </span>
            <span>{fileNote(file, model.codes, false, t)}</span>
          </div>
        ))}
        {bed.hidden > 0 && <div class="nt">{t('hiddenNote', { size: formatBytes(bed.hidden) })}</div>}
        {all(bed.counts) === 0 && <div class="nt">{t('emptyLayer')}</div>}
      </div>
      <Counts counts={bed.counts} />
      <div class="sz num">{formatBytes(bed.size)}</div>
    </div>
  );
}
