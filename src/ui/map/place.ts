// Keeps which section of a lesson is being read, and goes there when the address asks for it (`#s3`): section numbers are the same in both languages.
import { recordPlace } from '../progress/store.ts';

const lesson = document.querySelector<HTMLElement>('[data-place]')?.dataset.place;
const headings = [...document.querySelectorAll<HTMLElement>('.prose > h2')];

function sectionNow(): number {
  let now = 0;
  headings.forEach((heading, index) => {
    if (heading.getBoundingClientRect().top < innerHeight / 3) now = index + 1;
  });
  return now;
}

if (lesson !== undefined) {
  const asked = /^#s(\d{1,2})$/.exec(location.hash)?.[1];
  if (asked !== undefined) headings[Number(asked) - 1]?.scrollIntoView();
  let kept = -1;
  let waits: ReturnType<typeof setTimeout> | undefined;
  const keep = (): void => {
    waits = undefined;
    const section = sectionNow();
    if (section === kept) return;
    kept = section;
    const title = headings[section - 1]?.textContent?.trim();
    recordPlace({ lesson, section, at: Date.now(), ...(title ? { title, lang: document.documentElement.lang } : {}) });
  };
  // Someone who only passes by does not stop here.
  const later = (): void => {
    if (waits === undefined) waits = setTimeout(keep, 1500);
  };
  addEventListener('scroll', later, { passive: true });
  later();
}
