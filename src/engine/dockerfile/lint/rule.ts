/** A check of `docker build --check`: its name and words, and the sentence for one finding. `Facts` is what that sentence needs. */
export interface Rule<Facts extends readonly string[] = readonly string[]> {
  readonly name: string;
  readonly description: string;
  /** The page about it; '' for the one rule that has none. */
  readonly url: string;
  /** Only run when asked for by `experimental=`, and not subject to `skip=`. */
  readonly experimental?: true;
  message(...facts: Facts): string;
}

const pages = 'https://docs.docker.com/go/dockerfile/rule/';

/** A rule with its page. */
export function rule<const Facts extends readonly string[]>(
  name: string,
  page: string,
  description: string,
  message: (...facts: Facts) => string,
  kind: 'stable' | 'experimental' = 'stable',
): Rule<Facts> {
  const url = page === '' ? '' : `${pages}${page}/`;
  return { name, description, url, message, ...(kind === 'experimental' ? { experimental: true } : {}) };
}
