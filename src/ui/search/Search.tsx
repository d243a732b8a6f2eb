// The search page: a field, and under it the pages found. The query stands in the address, so that a search can be kept and shared.
import { Search as Glass } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Locale } from '../../i18n/index.ts';
import { referenceWords } from '../reference/words.ts';
import { type Found, search } from './index-of-site.ts';
import './search.css';

interface Props {
  readonly locale: Locale;
}

const STEP = 10;

export function Search({ locale }: Props) {
  const t = referenceWords(locale);
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly Found[]>([]);
  const [more, setMore] = useState<readonly (() => Promise<Found>)[]>([]);
  const [said, say] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const asked = new URLSearchParams(location.search).get('q') ?? '';
    if (asked !== '') setQuery(asked);
    field.current?.focus();
  }, []);
  useEffect(() => {
    const wanted = query.trim();
    const address = new URL(location.href);
    if (wanted === '') address.searchParams.delete('q');
    else address.searchParams.set('q', wanted);
    history.replaceState(history.state, '', address);
    if (wanted === '') {
      setFound([]);
      setMore([]);
      say('');
      return;
    }
    let current = true;
    say(t('search.loading'));
    const ask = async () => {
      const results = await search(wanted);
      if (!current || results === undefined) return;
      const first = await Promise.all(results.slice(0, STEP).map((read) => read()));
      if (!current) return;
      setFound(first);
      setMore(results.slice(STEP));
      const n = results.length;
      say(t(n === 0 ? 'search.none' : n === 1 ? 'search.count.one' : 'search.count', { n, query: wanted }));
    };
    ask().catch(() => current && say(t('search.failed')));
    return () => {
      current = false;
    };
  }, [query]);
  const showMore = async () => {
    const next = await Promise.all(more.slice(0, STEP).map((read) => read()));
    setFound((was) => [...was, ...next]);
    setMore((was) => was.slice(STEP));
  };
  return (
    <div class="search">
      <search>
        <label class="label" for="search-query">
          {t('search.label')}
        </label>
        <div class="search-field">
          <Glass aria-hidden="true" />
          <input
            id="search-query"
            ref={field}
            type="search"
            value={query}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
        </div>
      </search>
      <p class="search-said" role="status">
        {said}
      </p>
      <ol class="search-list">
        {found.map((one) => (
          <li key={one.url}>
            <a href={one.url}>{one.title}</a>
            <p>{one.excerpt.map((part, index) => (part.hit ? <mark key={index}>{part.text}</mark> : part.text))}</p>
            {one.places.length > 0 && (
              <p class="search-places">
                {one.places.map((place) => (
                  <a key={place.url} href={place.url}>
                    {place.title}
                  </a>
                ))}
              </p>
            )}
          </li>
        ))}
      </ol>
      {more.length > 0 && (
        <button type="button" class="btn" onClick={showMore}>
          {t('search.more', { n: Math.min(STEP, more.length) })}
        </button>
      )}
    </div>
  );
}
