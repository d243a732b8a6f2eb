// Places that a new lesson has instead of texts: `⟨title⟩`. They are told until somebody has written something there.

export const place = (what: string): string => `⟨${what}⟩`;

/** The places of a file that are still to be filled, with their lines. */
export const openPlaces = (text: string): readonly string[] =>
  text
    .split('\n')
    .flatMap((line, index) => [...line.matchAll(/⟨[^⟩\n]*⟩/g)].map(([found]) => `line ${index + 1}: expected a text instead of ${found}`));
