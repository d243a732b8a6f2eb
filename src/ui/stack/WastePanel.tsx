// dive's waste: the score in a sentence, and the paths that stand in more than one layer.
import { formatBytes } from '../../i18n/index.ts';
import type { WasteView } from '../session/view/index.ts';
import { Panel } from './Panel.tsx';
import { percent } from './text.ts';
import type { StackWords } from './words.ts';

interface Props {
  readonly t: StackWords;
  readonly waste: WasteView | undefined;
  readonly path: string | undefined;
  readonly onPath: (path: string) => void;
  readonly onClose: () => void;
}

export function WastePanel({ t, waste, path, onPath, onClose }: Props) {
  return (
    <Panel title={t('waste.title')} label={t('waste.title')} t={t} onClose={onClose}>
      {waste && <p class="nt">{sayWaste(waste, t)}</p>}
      {waste && waste.paths.length > 0 && (
        <table class="stk-tab stk-waste" data-explain="stack.waste">
          <caption class="vh">{t('waste.caption')}</caption>
          <thead>
            <tr>
              <th scope="col" class="r">
                {t('waste.size')}
              </th>
              <th scope="col" class="r">
                {t('waste.times')}
              </th>
              <th scope="col">{t('waste.path')}</th>
            </tr>
          </thead>
          <tbody>
            {waste.paths.map((one) => (
              <tr key={one.path} class={one.path === path ? 'reading' : ''}>
                <td class="num r">{formatBytes(one.size)}</td>
                <td class="num r">{one.times}</td>
                <th scope="row">
                  <button type="button" class="mono" onClick={() => onPath(one.path)}>
                    {one.path}
                  </button>
                </th>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

export function sayWaste({ efficiency, wasted, added, count }: WasteView, t: StackWords): string {
  const score = percent(efficiency);
  if (count === 0) return t('waste.none', { score });
  const sum = { score, wasted: formatBytes(wasted), n: count };
  const parts = [count === 1 ? t('waste.say.one', sum) : t('waste.say', sum)];
  if (added > 0 && wasted > 0) parts.push(t('waste.share', { share: percent(wasted / added) }));
  return parts.join(t('stop') === '.' ? ' ' : '');
}
