// A blob as a mark: a bed for a layer, a block for a config, a page with a folded corner for a manifest, pages behind it for an index.
import { bedWidth } from '../picture/index.ts';
import type { Row } from './model.ts';

interface Props {
  readonly row: Row;
  /** This side has it. */
  readonly there: boolean;
  /** It just came. */
  readonly fresh: boolean;
  /** Bytes that its width stands for. */
  readonly bytes: number | undefined;
}

export function Shape({ row, there, fresh, bytes }: Props) {
  const state = `${there ? '' : ' gone'}${fresh ? ' fresh' : ''}`;
  if (row.paint !== undefined)
    return (
      <span
        class={`rgp-bed lay${state}`}
        style={{ '--h': String(row.paint.hue), '--w': String(bedWidth(bytes ?? 0) / 100) }}
        data-tone={row.paint.tone}
        data-tex={row.paint.texture}
      >
        <b>{row.code}</b>
      </span>
    );
  const kind = row.kind === 'layer' ? 'config' : row.kind;
  return (
    <span class={`rgp-${kind === 'config' ? 'block' : 'page'} ${kind}${state}`}>
      <b>{row.code}</b>
    </span>
  );
}
