// The site's own search index, loaded when somebody first types: Pagefind's bundle beside the pages.

export interface Passage {
  readonly text: string;
  readonly hit: boolean;
}

export interface Found {
  readonly url: string;
  readonly title: string;
  readonly excerpt: readonly Passage[];
  readonly places: readonly { readonly url: string; readonly title: string }[];
}

interface PagefindResult {
  data(): Promise<{
    url: string;
    meta: { title?: string };
    excerpt: string;
    sub_results: { url: string; title: string }[];
  }>;
}

interface Pagefind {
  init(): Promise<void>;
  debouncedSearch(query: string): Promise<{ results: PagefindResult[] } | null>;
}

let loaded: Promise<Pagefind> | undefined;

function pagefind(): Promise<Pagefind> {
  const address = '/pagefind/pagefind.js';
  loaded ??= (import(/* @vite-ignore */ address) as Promise<Pagefind>).then(
    async (module) => {
      await module.init();
      return module;
    },
    (error: unknown) => {
      loaded = undefined;
      throw error;
    },
  );
  return loaded;
}

/** All pages for a query, best first; each is read when it is shown. Undefined when a newer query took over. */
export async function search(query: string): Promise<(() => Promise<Found>)[] | undefined> {
  const answer = await (await pagefind()).debouncedSearch(query);
  if (answer === null) return undefined;
  const best = await answer.results[0]?.data();
  if (best && !isAnswer(query, passages(best.excerpt))) return [];
  return answer.results.map((result) => async () => {
    const { url, meta, excerpt, sub_results } = await result.data();
    return {
      url,
      title: meta.title ?? url,
      excerpt: passages(excerpt),
      places: sub_results
        .filter((one) => one.url !== url && one.url.includes('#'))
        .slice(0, 3)
        .map(({ url, title }) => ({ url, title })),
    };
  });
}

/**
 * Where no page has a word, Pagefind falls back to ever fewer of its first letters, and finds `Z` for `zzqqxx`. A hit has to share half
 * of a word; a text without spaces between its words is taken as it is.
 */
export function isAnswer(query: string, excerpt: readonly Passage[]): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const words = query.split(/\s+/).map(plain);
  const shares = (hit: string) => words.some((word) => hit.startsWith(word.slice(0, Math.ceil(word.length / 2))));
  return /[^\p{ASCII}]/u.test(query) || excerpt.some(({ text, hit }) => hit && shares(plain(text)));
}

/** Pagefind marks hits with <mark> and escapes everything else. */
export function passages(excerpt: string): Passage[] {
  return excerpt
    .replace(behindTerm, '$1')
    .split(/(<mark>.*?<\/mark>)/s)
    .filter((part) => part !== '')
    .map((part) => ({ text: unescapeHtml(part.replace(/<\/?mark>/g, '')), hit: part.startsWith('<mark>') }));
}

/** Pagefind sets a blank behind a term, which is a button, whatever follows; its joiners say where. */
const behindTerm = /\s*(<\/mark>)?\s*\u2060+/g;

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };

const unescapeHtml = (text: string) => text.replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => entities[name] ?? '');
