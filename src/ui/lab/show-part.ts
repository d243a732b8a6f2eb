// Phones show one part of the page at a time. Which one is an attribute of <body>, which the style sheet reads.

export type Part = 'read' | 'terminal' | 'files' | 'picture' | 'timeline' | 'goals';

/** Shows one part; whoever needs a part in view may call it. */
export function showPart(part: Part): void {
  document.body.dataset.part = part;
  window.dispatchEvent(new Event('strata:part'));
}
