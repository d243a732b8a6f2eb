import { formatBytes } from '../../i18n/index.ts';
import type { Bed } from './model.ts';

/** The bed that a step made, lying on its side beside the station. */
export function BedBox({ bed, selected }: { readonly bed: Bed; readonly selected: boolean }) {
  return (
    <span
      class={`bpx-bed lay${selected ? ' picked' : ''}`}
      style={{ '--h': String(bed.paint.hue), '--w': `${bed.width}%` }}
      data-tone={bed.paint.tone}
      data-tex={bed.paint.texture}
      data-explain="build.bed"
      aria-hidden="true"
    >
      <span class="bpx-box">
        <b>{bed.paint.code}</b>
      </span>
      <span class="num">{formatBytes(bed.size)}</span>
    </span>
  );
}

/** The beds of a base image, thin and uncoded: Stack shows them in full. */
export function Ground({ beds, text }: { readonly beds: readonly Bed[]; readonly text: string }) {
  return (
    <span class="bpx-ground" aria-hidden="true">
      <span class="pile">
        {beds
          .slice(-6)
          .reverse()
          .map((bed) => (
            <i key={bed.chainID} class="lay" style={{ '--h': String(bed.paint.hue), width: `${bed.width}%` }} data-tone={bed.paint.tone} />
          ))}
      </span>
      <span class="num">{text}</span>
    </span>
  );
}
