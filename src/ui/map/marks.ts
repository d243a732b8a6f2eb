// Draws progress into a page that was built without it: beds filled, the hand, what is next, where to go on. The page is complete without.
// Words come with the page (Marks.astro), so that this script has none.
import { type Progress, progress, subscribeProgress } from '../progress/store.ts';
import { type Asked, recommended, type Standing, standingOf } from './standing.ts';

interface Told extends Asked {
  readonly title: string;
}

interface Data {
  readonly lessons: readonly Told[];
  readonly words: Readonly<
    Record<'done' | 'begun' | 'here' | 'recommended' | 'changed' | 'go' | 'goAt' | 'section' | 'next' | 'all' | 'track', string>
  >;
  /** Address of a lesson, with `*` for its id. */
  readonly address: string;
}

const block = document.querySelector('#course-asked');
const data = JSON.parse(block?.textContent ?? 'null') as Data | null;
const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

function draw({ lessons, words, address }: Data, now: Progress): void {
  const standings = new Map(lessons.map((one) => [one.id, standingOf(one, now)]));
  const { place } = now;
  const begun = lessons.some(({ id }) => standings.get(id)?.state !== 'new');
  const next = recommended(lessons, now);
  for (const row of document.querySelectorAll<HTMLElement>('[data-lesson]')) {
    const id = row.dataset.lesson ?? '';
    const standing = standings.get(id);
    if (standing) drawLesson(row, standing, { here: place?.lesson === id, next: begun && next?.id === id }, words);
  }
  for (const place of document.querySelectorAll<HTMLElement>('[data-track-done]')) {
    const ids = (place.dataset.trackDone ?? '').split(' ');
    const n = ids.filter((id) => standings.get(id)?.state === 'done').length;
    place.textContent = n === 0 ? '' : fill(words.track, { n, all: ids.length });
  }
  const link = (id: string): string => address.replace('*', id);
  for (const box of document.querySelectorAll<HTMLElement>('[data-go]')) {
    // On a track's page only its lessons count.
    const among = box.dataset.go === '' ? lessons : lessons.filter(({ id }) => (box.dataset.go ?? '').split(' ').includes(id));
    const stopped = among.find(({ id }) => id === place?.lesson && standings.get(id)?.state !== 'done');
    const wanted = recommended(among, now);
    const go = box.querySelector<HTMLAnchorElement>('[data-go-on]');
    const also = box.querySelector<HTMLAnchorElement>('[data-go-next]');
    const first = stopped ?? wanted;
    if (!go || !among.some(({ id }) => standings.get(id)?.state !== 'new') || first === undefined) continue;
    if (stopped && place) {
      const section = place.section === 0 ? '' : sectionOf(words, place);
      go.textContent = section === '' ? fill(words.go, { lesson: stopped.title }) : fill(words.goAt, { lesson: stopped.title, section });
      go.href = `${link(stopped.id)}${place.section > 0 ? `#s${place.section}` : ''}`;
    } else {
      go.textContent = fill(words.next, { lesson: first.title });
      go.href = link(first.id);
    }
    if (also && stopped && wanted && wanted !== stopped) {
      also.textContent = fill(words.next, { lesson: wanted.title });
      also.href = link(wanted.id);
      also.hidden = false;
    }
  }
}

const sectionOf = (words: Data['words'], { section, title, lang }: NonNullable<Progress['place']>): string =>
  title !== undefined && lang === document.documentElement.lang ? title : fill(words.section, { n: section });

function drawLesson(
  row: HTMLElement,
  { state, passed, right, all, changed }: Standing,
  { here, next }: { readonly here: boolean; readonly next: boolean },
  words: Data['words'],
): void {
  row.dataset.state = state;
  row.toggleAttribute('data-here', here && state !== 'done');
  row.toggleAttribute('data-next', next);
  row.style.setProperty('--pc', `${all === 0 ? 0 : Math.round((100 * (passed + right)) / all)}%`);
  const said = row.querySelector('[data-said]');
  const names = JSON.parse(row.dataset.exercises ?? '{}') as Record<string, string>;
  if (said)
    said.textContent = [
      state === 'done' ? words.done : state === 'begun' ? fill(words.begun, { n: passed + right, all }) : '',
      here && state !== 'done' ? words.here : '',
      next && !here ? words.recommended : '',
      changed.length > 0 ? fill(words.changed, { names: changed.map((id) => names[id] ?? id).join(', ') }) : '',
    ]
      .filter((one) => one !== '')
      .join(' · ');
}

if (data) {
  draw(data, progress());
  subscribeProgress((now) => draw(data, now));
  // A page that comes back from the browser's memory has missed what other pages told.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) draw(data, progress());
  });
}

// What builds on what: the lines of the row that is pointed at or focused.
const needs = document.querySelector<HTMLElement>('.needs');
if (needs) {
  const light = (event: Event): void => {
    const row = (event.target as Element).closest<HTMLElement>('[data-row]')?.dataset.row;
    for (const path of needs.querySelectorAll<SVGElement>('path[data-from]'))
      path.toggleAttribute('data-on', row !== undefined && (path.dataset.from === row || path.dataset.to === row));
  };
  for (const kind of ['pointerover', 'pointerleave', 'focusin', 'focusout']) needs.addEventListener(kind, light);
}
