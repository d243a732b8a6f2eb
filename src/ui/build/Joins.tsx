// The lines themselves: one down each stage, and those that cross over from one stage to another.
import { laneAt } from './lanes.ts';
import type { BuildModel } from './model.ts';

interface Props {
  readonly model: BuildModel;
  /** Grid column of the first stage. */
  readonly offset: number;
}

const station = (row: number): number => 2 * row + 3;
const channel = (row: number): number => 2 * row + 2;

/** From the first station to the last, and on to where its end is taken. */
export function Tracks({ model, offset }: Props) {
  const { layout, lines } = model;
  return (
    <>
      {lines.map(({ stage, skipped, items }) => {
        const rows = layout.rows[stage] ?? [];
        const first = rows[0];
        const last = rows.at(-1);
        if (first === undefined || last === undefined) return null;
        const reach = layout.reach[stage];
        const outgoing = layout.joins.filter((join) => join.from === stage && join.row === reach);
        const incoming = layout.joins.find((join) => join.to === stage && join.item === 0);
        const open = items.some((item) => item.kind === 'station' && item.mark === 'open');
        const column = String(stage + offset);
        const kind = skipped ? ' skipped' : open ? ' open' : '';
        const lane = Math.max(0, ...outgoing.map((join) => join.lane));
        return (
          <>
            <i
              class={`bpx-track${kind}`}
              aria-hidden="true"
              style={
                incoming === undefined
                  ? { gridColumn: column, gridRow: `${station(first)} / ${station(last)}`, marginTop: 'var(--mid)' }
                  : { gridColumn: column, gridRow: `${channel(first)} / ${station(last)}`, marginTop: `${laneAt(incoming.lane)}px` }
              }
            />
            {reach !== undefined && (
              <i
                class={`bpx-track tail${kind}`}
                aria-hidden="true"
                style={{
                  gridColumn: column,
                  gridRow: `${station(last)} / ${channel(reach)}`,
                  marginTop: 'var(--mid)',
                  marginBottom: `${-laneAt(lane)}px`,
                }}
              />
            )}
          </>
        );
      })}
    </>
  );
}

export function Joins({ model, offset }: Props) {
  const { layout, lines } = model;
  return (
    <>
      {layout.joins.map(({ from, to, row, lane, hops }) => {
        const line = lines[to];
        const open = line?.items.some((item) => item.kind === 'station' && item.mark === 'open') === true;
        const skipped = line?.skipped === true || open;
        const top = `${laneAt(lane)}px`;
        return (
          <>
            <i
              key={`${from}-${to}-${row}`}
              class={`bpx-join${skipped ? ' skipped' : ''}`}
              aria-hidden="true"
              data-explain="build.join"
              style={{ gridColumn: `${from + offset} / ${to + offset}`, gridRow: String(channel(row)), marginTop: top }}
            />
            {hops.map((column) => (
              <svg
                key={column}
                class="bpx-hop"
                width="14"
                height="12"
                viewBox="0 0 14 12"
                aria-hidden="true"
                style={{ gridColumn: String(column + offset), gridRow: String(channel(row)), marginTop: top }}
              >
                <path class="back" d="M0 4.5h14v3H0z" />
                <path class={row <= (layout.rows[column]?.at(-1) ?? 0) ? 'track' : 'tail'} d="M7 0v12" />
                <path d="M0 6a7 5.5 0 0 1 14 0" />
              </svg>
            ))}
          </>
        );
      })}
    </>
  );
}
