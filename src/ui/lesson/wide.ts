// Blocks that are wider than the column: an edge that shows there is more and goes there, and a tab stop only while there is something to scroll.
// Without this script each block scrolls and is a tab stop.

const still = matchMedia('(prefers-reduced-motion: reduce)');
const svg = 'http://www.w3.org/2000/svg';

/** For the pointer; the keyboard scrolls the block itself. */
function edge(side: 'left' | 'right', block: HTMLElement): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = `wide-edge ${side} no-print`;
  button.tabIndex = -1;
  button.ariaHidden = 'true';
  const icon = document.createElementNS(svg, 'svg');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.setAttribute('class', 'lucide');
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', side === 'right' ? 'm9 18 6-6-6-6' : 'm15 18-6-6 6-6');
  icon.append(path);
  button.append(icon);
  button.addEventListener('click', () => {
    const by = block.clientWidth * (side === 'right' ? 0.7 : -0.7);
    block.scrollBy({ left: by, behavior: still.matches ? 'auto' : 'smooth' });
  });
  return button;
}

/** Watches one block; the answer looks again. */
function watch(frame: HTMLElement): (() => void) | undefined {
  const block = frame.querySelector<HTMLElement>('pre');
  if (!block) return undefined;
  let edges: HTMLElement[] = [];
  const look = (): void => {
    const over = block.scrollWidth - block.clientWidth;
    const scrolls = over > 1 || block.scrollHeight - block.clientHeight > 1;
    if (scrolls) block.tabIndex = 0;
    else block.removeAttribute('tabindex');
    if (over > 1 && edges.length === 0) {
      edges = [edge('left', block), edge('right', block)];
      frame.append(...edges);
    }
    edges[0]?.toggleAttribute('hidden', over <= 1 || block.scrollLeft < 2);
    edges[1]?.toggleAttribute('hidden', over <= 1 || block.scrollLeft > over - 2);
  };
  block.addEventListener('scroll', look, { passive: true });
  new ResizeObserver(look).observe(block);
  return look;
}

const looks = [...document.querySelectorAll<HTMLElement>('.wide')].map(watch);
// Another font makes text wider without making its block wider.
void document.fonts.ready.then(() => {
  for (const look of looks) look?.();
});
