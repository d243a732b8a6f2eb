// Says quietly that the page is older than the site; work in a lab is kept over the reload.
import { pageLocale } from '../../i18n/index.ts';
import './notice.css';
import { offlineWords } from './words.ts';

export function notice(): void {
  if (document.querySelector('.newer')) return;
  const t = offlineWords(pageLocale());
  const strip = document.createElement('div');
  strip.className = 'newer';
  strip.setAttribute('role', 'status');
  const button = (word: string, act: () => void) => {
    const one = document.createElement('button');
    one.type = 'button';
    one.className = 'btn sm';
    one.textContent = word;
    one.addEventListener('click', act);
    return one;
  };
  document.body.append(strip);
  // A status is spoken when its text changes after it is there.
  strip.append(
    Object.assign(document.createElement('span'), { textContent: t('newer.text') }),
    button(t('newer.do'), () => location.reload()),
    button(t('newer.later'), () => strip.remove()),
  );
}
