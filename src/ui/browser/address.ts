// Addresses as people type them and pages name them. Pure.

/** What was typed as an http address: a port or host alone is enough. Undefined when it cannot be one. */
export function typedAddress(text: string): string | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  const named = /^:?\d{1,5}(?:\/|$)/.test(typed) ? `localhost:${typed.replace(/^:/, '')}` : typed;
  return httpAddress(/^[a-z][a-z0-9+.-]*:\/\//i.test(named) ? named : `http://${named}`);
}

/** An address inside a page, seen from that page; undefined for anything that is not fetched over HTTP. */
export function linkedAddress(href: string, from: string): string | undefined {
  return httpAddress(href, from);
}

function httpAddress(text: string, from?: string): string | undefined {
  try {
    const url = new URL(text.trim(), from);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}
