// A page made safe to show: nothing in it runs, nothing in it is fetched by the real browser. Style sheets and images come through `get`, and
// stand in the page as text and data addresses; links and forms keep their addresses for the pane to follow.
// Knows the DOM's parser. Refuses to know the session and how the pane looks.
import { linkedAddress } from './address.ts';
import { dataAddress } from './content.ts';
import { referencesOf, withReferences } from './css.ts';

export interface Fetched {
  readonly type: string;
  readonly bytes: Uint8Array;
}
/** Fetches one thing that a page needs; undefined when it does not come. */
export type Get = (address: string) => Promise<Fetched | undefined>;

/** What holds where a link or form leads. */
export const LINK = 'data-strata-href';
/** Things that a page may fetch, and their bytes together. */
const MOST = 40;
const MOST_BYTES = 4_000_000;

const GONE = 'script,iframe,frame,frameset,object,embed,applet,portal,base,template,meta[http-equiv],link:not([rel~="stylesheet" i])';
const ADDRESSES = [
  'src',
  'srcset',
  'href',
  'xlink:href',
  'poster',
  'background',
  'action',
  'formaction',
  'ping',
  'data',
  'manifest',
  'target',
  'cite',
  'longdesc',
  'usemap',
];

/** `address` is where the page came from. */
export async function framePage(html: string, address: string, get: Get): Promise<{ readonly srcdoc: string; readonly title: string }> {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const base = linkedAddress(page.querySelector('base[href]')?.getAttribute('href') ?? '', address) ?? address;
  const limited = limit(get);
  for (const element of page.querySelectorAll(GONE)) element.remove();
  await Promise.all([...page.querySelectorAll('link')].map((link) => sheet(page, link, base, limited)));
  await Promise.all(
    [...page.querySelectorAll('style')].map(async (style) => (style.textContent = await inlined(style.textContent ?? '', base, limited))),
  );
  await Promise.all([...page.querySelectorAll('*')].map((element) => clean(element, base, limited)));
  const title = page.title.trim();
  return { srcdoc: `<!doctype html>${page.documentElement.outerHTML}`, title };
}

async function sheet(page: Document, link: Element, base: string, get: Get): Promise<void> {
  const address = linkedAddress(link.getAttribute('href') ?? '', base);
  const media = link.getAttribute('media');
  const fetched = address === undefined ? undefined : await get(address);
  if (address === undefined || fetched === undefined) return link.remove();
  const style = page.createElement('style');
  if (media !== null) style.setAttribute('media', media);
  style.textContent = await inlined(new TextDecoder().decode(fetched.bytes), address, get);
  link.replaceWith(style);
}

/** A style sheet with everything that it names inside it; sheets that sheets import are taken two deep. */
async function inlined(css: string, base: string, get: Get, depth = 0): Promise<string> {
  const imports = new Map<string, string>();
  const data = new Map<string, string>();
  for (const { address, kind } of referencesOf(css)) {
    const whole = linkedAddress(address, base);
    const fetched = whole === undefined ? undefined : await get(whole);
    if (whole === undefined || fetched === undefined) continue;
    if (kind === 'url') data.set(address, dataAddress(fetched.type, fetched.bytes));
    else if (depth < 2) imports.set(address, await inlined(new TextDecoder().decode(fetched.bytes), whole, get, depth + 1));
  }
  return withReferences(css, imports, data).replace(/<\/style/gi, '');
}

async function clean(element: Element, base: string, get: Get): Promise<void> {
  const name = element.localName;
  const held = new Map(ADDRESSES.map((attribute) => [attribute, element.getAttribute(attribute)]));
  for (const { name: attribute } of [...element.attributes])
    if (/^on/i.test(attribute) || ADDRESSES.includes(attribute.toLowerCase())) element.removeAttribute(attribute);
  const style = element.getAttribute('style');
  if (style !== null && /url\(|@import/i.test(style)) element.setAttribute('style', await inlined(style, base, get));
  if (name === 'a' || name === 'area') follow(element, held.get('href') ?? held.get('xlink:href') ?? null, base);
  else if (name === 'form') element.setAttribute(LINK, linkedAddress(held.get('action') ?? '', base) ?? base);
  else if (name === 'img' || (name === 'input' && held.get('src') !== null)) await image(element, held.get('src') ?? null, base, get);
}

/** A link stays a link for the keyboard; where it leads is for the pane. A place in the same page is jumped to. */
function follow(link: Element, href: string | null, base: string): void {
  if (href === null) return;
  if (href.startsWith('#')) link.setAttribute('href', href);
  else {
    const address = linkedAddress(href, base);
    link.setAttribute('href', '#');
    if (address !== undefined) link.setAttribute(LINK, address);
  }
}

async function image(element: Element, src: string | null, base: string, get: Get): Promise<void> {
  if (src === null) return;
  if (/^data:image\//i.test(src)) return element.setAttribute('src', src);
  const address = linkedAddress(src, base);
  const fetched = address === undefined ? undefined : await get(address);
  if (fetched !== undefined) element.setAttribute('src', dataAddress(fetched.type, fetched.bytes));
}

/** The same address is fetched once, and not too much in all. */
function limit(get: Get): Get {
  const known = new Map<string, Promise<Fetched | undefined>>();
  let bytes = 0;
  return (address) => {
    const before = known.get(address);
    if (before) return before;
    const coming =
      known.size >= MOST || bytes > MOST_BYTES
        ? Promise.resolve(undefined)
        : get(address).then((fetched) => {
            bytes += fetched?.bytes.length ?? 0;
            return bytes > MOST_BYTES ? undefined : fetched;
          });
    known.set(address, coming);
    return coming;
  };
}
