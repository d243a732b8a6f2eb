// The base image's layers: folded into one bed of strips, or a line above them when they are unfolded.
import { ChevronRight } from 'lucide-preact';
import { formatBytes } from '../../i18n/index.ts';
import { useGrey } from '../picture/index.ts';
import { Counts, Hidden } from './BedRow.tsx';
import { Core, type CoreState } from './Core.tsx';
import type { GroupRow as Group } from './rows.ts';
import { sayGroup } from './text.ts';
import type { StackWords } from './words.ts';

interface Props {
  readonly group: Group;
  readonly t: StackWords;
  readonly first: boolean;
  readonly toggle: (key: string) => void;
  readonly core: CoreState | undefined;
}

export function GroupRow({ group: { base, open, beds }, t, first, toggle, core }: Props) {
  const grey = useGrey();
  const out = open ? {} : grey(...beds.map((bed) => `layer ${bed.diffID}`));
  const name = t('group', { name: base.name, n: base.count });
  return (
    <div
      class={`stk-r base group${open ? ' open' : ' last'}`}
      {...out}
      data-key={base.key}
      data-name={base.name}
      role="treeitem"
      aria-level={1}
      aria-expanded={open}
      tabIndex={first ? 0 : -1}
    >
      <span class="vh">{sayGroup(base, t)}</span>
      <div class="col" aria-hidden="true" onClick={() => toggle(base.key)}>
        {!open && (
          <div class="bed strips" data-explain="stack.base" style={{ '--w': `${Math.max(...beds.map((bed) => bed.width))}%` }}>
            {beds.map((bed) => (
              <i
                key={bed.key}
                class="lay"
                style={{ '--h': String(bed.paint.hue) }}
                data-tone={bed.paint.tone}
                {...grey(`layer ${bed.diffID}`)}
              />
            ))}
            <Hidden size={base.size} hidden={base.hidden} />
          </div>
        )}
      </div>
      <Core core={core} />
      <div class="txt can" aria-hidden="true" onClick={() => toggle(base.key)} data-explain="stack.base">
        <div class="ins">
          <ChevronRight class={open ? 'open' : ''} />
          <span>{name}</span>
        </div>
        {!open && (
          <div class="nt">
            <span class="mono">{beds.map((bed) => bed.code).join(' ')}</span>
          </div>
        )}
      </div>
      <Counts counts={open ? { added: 0, changed: 0, deleted: 0 } : base.counts} />
      <div class="sz num" aria-hidden="true">
        {formatBytes(base.size)}
      </div>
    </div>
  );
}
