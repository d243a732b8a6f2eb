// The core beside a row: the line that the search for a path takes, and what it meets there.
import type { CoreMark } from './core.ts';

export interface CoreState {
  readonly mark: CoreMark;
  /** Where the row stands to the row at which the search ends. */
  readonly where: 'above' | 'end' | 'below';
  /** The mark stands beside the file's own row, not beside the layer's. */
  readonly inFiles: boolean;
}

export function Core({ core }: { readonly core: CoreState | undefined }) {
  if (!core) return <div class="core" />;
  return (
    <div class={`core on ${core.where}${core.inFiles ? ' split' : ''}`} aria-hidden="true" data-explain="stack.core">
      {!core.inFiles && <Mark mark={core.mark} where={core.where} />}
    </div>
  );
}

/** `fill` is the paint of the layer that a copied file comes from: its token rises with it. */
export function Mark({
  mark,
  where,
  fill,
}: Pick<CoreState, 'mark' | 'where'> & { readonly fill?: { readonly hue: number; readonly tone: number } }) {
  if (mark === 'unknown') return null;
  return <i class={`bm ${mark} ${where}`}>{fill && <b class="token lay" style={{ '--h': String(fill.hue) }} data-tone={fill.tone} />}</i>;
}

/** Classes for the files of an open layer: the core passes them. Beside a chosen file its mark draws the line. */
export const lineOf = (core: CoreState | undefined): string => (core && !core.inFiles ? ` pass ${core.where}` : '');
