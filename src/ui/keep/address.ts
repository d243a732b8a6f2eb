// Addresses of sandboxes: which box a page opens, and where boxes and links are opened.
import { address, type Locale } from '../../i18n/index.ts';

/** Id of the first sandbox: the one that the page opens by itself. */
export const firstBox = 'sandbox';

/** The box that an address asks for (`?box=ID` or `#box=ID`); undefined for the first one, and for names that no box has. */
export function boxIn({ search, hash }: Pick<Location, 'search' | 'hash'>): string | undefined {
  const asked = new URLSearchParams(search).get('box') ?? new URLSearchParams(hash.slice(1)).get('box');
  return asked !== null && /^box-[a-z0-9]{1,32}$/.test(asked) ? asked : undefined;
}

/** Where a box is opened. A lesson's lab is opened on its lesson, an exercise's at the exercise. */
export function addressOfBox(locale: Locale, id: string): string {
  if (id === 'front') return address(locale, '');
  const [name = '', variant] = id.split('~');
  const lesson = /^lesson-([^/]+)(?:\/(exercise-.+))?$/.exec(name);
  // After ~ stand the Docker of a lab, or the seed of an exercise.
  const docker = variant === undefined || /^\d+$/.test(variant) ? '' : `profile=${variant}`;
  if (lesson) return address(locale, `learn/${lesson[1]}/${docker && `?${docker}`}${lesson[2] ? `#${lesson[2]}` : ''}`);
  const asked = [name === firstBox ? '' : `box=${name}`, docker].filter((one) => one !== '').join('&');
  return address(locale, `sandbox/${asked && `?${asked}`}`);
}

/** Where a link with that fragment is opened. */
export const addressOfLink = (locale: Locale, fragment: string): string => address(locale, `open/#${fragment}`);

/** Whether an address carries a state. */
export const isLink = (fragment: string): boolean => /^#?s=/.test(fragment);
