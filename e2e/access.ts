// What every state of a page must keep: axe finds nothing, targets and text are large enough, focus can be seen. Measured in the page.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const source = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

interface AxeWindow {
  axe?: {
    run(context: unknown, options: unknown): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
  };
}

/** Breaches of WCAG 2.2 A and AA and of axe's best practice, each as one line. A page must be opened with `bypassCSP`. */
export async function axe(page: Page, but: readonly string[] = []): Promise<string[]> {
  if (!(await page.evaluate(() => (window as unknown as AxeWindow).axe !== undefined))) await page.addScriptTag({ content: source });
  const { violations } = await page.evaluate(() =>
    (window as unknown as Required<AxeWindow>).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
      rules: { 'label-content-name-mismatch': { enabled: true } },
    }),
  );
  return violations
    .filter(({ id }) => !but.includes(id))
    .flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 3)
        .map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} — ${failureSummary.split('\n').slice(1, 3).join(' ')}`),
    );
}

/**
 * Elements to point at that are smaller than `least`, text below 13 px, and sideways scroll. A label counts as part of its control, and what
 * a pseudo-element adds is found by asking who is hit. Not counted: links in running text (they have the line's height), the splitters (arrow
 * keys do the same), and the text areas of terminal and editor.
 */
export function sizes(page: Page, least: number, selector = ''): Promise<string[]> {
  return page.evaluate(
    ([smallest, only]) => {
      const told = (element: Element): string =>
        `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}"`;
      const faults = new Set<string>();
      const over = document.documentElement.scrollWidth - innerWidth;
      if (over > 0) faults.add(`scrolls sideways by ${over} px`);
      const modal = document.querySelector('dialog:modal');
      const roles = ['button', 'tab', 'treeitem', 'menuitem', 'menuitemcheckbox', 'option', 'slider', 'switch', 'checkbox', 'radio'];
      const all =
        only ||
        `button, a[href], input:not([type="hidden"]), select, textarea, summary, ${roles.map((role) => `[role="${role}"]`).join(', ')}`;
      for (const element of (modal ?? document).querySelectorAll<HTMLElement>(all)) {
        if (
          element.closest('.xterm, .cm-content, .vh, [hidden], [inert], [aria-hidden="true"]') ||
          element.matches('.vh *, :disabled, .skip')
        )
          continue;
        if (!element.checkVisibility({ visibilityProperty: true })) continue;
        if (element.matches('a, .term') && getComputedStyle(element).display.startsWith('inline') && element.closest('p, li, dd, td'))
          continue;
        const label = element.matches('input, select, textarea') ? element.closest('label') : null;
        const boxes = [element, ...(label ? [label] : [])].map((one) => one.getBoundingClientRect());
        if (boxes.every(({ width, height }) => width === 0 || height === 0)) continue;
        const big = (box: DOMRect): boolean => box.width >= smallest - 0.5 && box.height >= smallest - 0.5;
        if (boxes.some(big)) continue;
        const [box] = boxes;
        if (!box) continue;
        const reach = smallest / 2 - 1;
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        const hit = ([dx, dy]: readonly [number, number]): boolean => {
          const found = document.elementFromPoint(x + dx, y + dy);
          return found !== null && (element.contains(found) || (label?.contains(found) ?? false));
        };
        const corners = [
          [-reach, 0],
          [reach, 0],
          [0, -reach],
          [0, reach],
        ] as const;
        if (corners.every(hit)) continue;
        faults.add(`${Math.round(box.width)}×${Math.round(box.height)} ${told(element)}`);
      }
      if (only) return [...faults];
      const walker = document.createTreeWalker(modal ?? document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        if (!element || !node.textContent?.trim() || element.closest('script, style, noscript, .vh, [popover]:not(:popover-open)'))
          continue;
        if (element.getClientRects().length === 0 || !element.checkVisibility()) continue;
        const scale = element.closest('svg')?.getScreenCTM()?.a ?? 1;
        const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
        if (size < 12.99) faults.add(`${size.toFixed(1)} px ${told(element)}`);
      }
      return [...faults];
    },
    [least, selector] as const,
  );
}

export interface Focus {
  /** What has the focus: enough to tell it from others. */
  readonly what: string;
  /** The part of the page it is in. */
  readonly part: string;
  readonly kind: 'terminal' | 'editor' | 'other' | 'none';
  /** Whether its outline, or that of what stands for it, is drawn. */
  readonly outlined: boolean;
  /** How it and what is around it look: compared with the look without focus. */
  readonly look: string;
  readonly inView: boolean;
}

/** Marks the element that has the focus with `number` and tells how it looks. */
export function focus(page: Page, number: number): Promise<Focus> {
  return page.evaluate(async (n) => {
    const element = document.activeElement;
    // The editor draws its border a moment after it has got the focus.
    for (let wait = 0; wait < 20 && element?.closest('.cm-editor:not(.cm-focused)'); wait++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    if (!element || element === document.body)
      return { what: '', part: '', kind: 'none' as const, outlined: false, look: '', inView: true };
    const seen = (window as unknown as { strataFocus?: Map<number, Element> }).strataFocus ?? new Map<number, Element>();
    (window as unknown as { strataFocus: Map<number, Element> }).strataFocus = seen;
    seen.set(n, element);
    const around = [
      element,
      element.parentElement,
      element.parentElement?.parentElement,
      element.closest('.xterm, .cm-editor'),
      // A caret says where the focus is as well as an outline.
      element.closest('.cm-editor')?.querySelector('.cm-cursor'),
    ].filter((one): one is Element => one != null && one !== document.body);
    // The editor's border stands above its text and is no outline of its own.
    const outlined =
      element.closest('.cm-editor.cm-focused') !== null ||
      around.some((one) => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1.5 && !/, 0\)$|transparent/.test(outlineColor);
      });
    const look = around
      .flatMap((one) => [null, '::before', '::after'].map((pseudo) => getComputedStyle(one, pseudo)))
      .map(
        ({ outline, boxShadow, backgroundColor, borderColor, display }) =>
          `${outline}|${boxShadow}|${backgroundColor}|${borderColor}|${display}`,
      )
      .join('\n');
    const box = element.getBoundingClientRect();
    const parts = ['top', 'lab-bar', 'files-pane', 'editor', 'tty', 'picture', 'tl'];
    const part = parts.find((one) => element.closest(`.${one}`)) ?? '';
    const kind: Focus['kind'] = element.closest('.xterm') ? 'terminal' : element.closest('.cm-content') ? 'editor' : 'other';
    const what = `${element.tagName.toLowerCase()}#${element.id}.${element.getAttribute('class') ?? ''} "${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 50)}"`;
    return { what, part, kind, outlined, look, inView: box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth };
  }, number);
}

/** How what was marked with `number` looks now, in the same words as `focus`; nothing if it is gone. */
export function lookOf(page: Page, number: number): Promise<string | undefined> {
  return page.evaluate((n) => {
    const element = (window as unknown as { strataFocus?: Map<number, Element> }).strataFocus?.get(n);
    if (!element?.isConnected) return undefined;
    const around = [
      element,
      element.parentElement,
      element.parentElement?.parentElement,
      element.closest('.xterm, .cm-editor'),
      // A caret says where the focus is as well as an outline.
      element.closest('.cm-editor')?.querySelector('.cm-cursor'),
    ].filter((one): one is Element => one != null && one !== document.body);
    return around
      .flatMap((one) => [null, '::before', '::after'].map((pseudo) => getComputedStyle(one, pseudo)))
      .map(
        ({ outline, boxShadow, backgroundColor, borderColor, display }) =>
          `${outline}|${boxShadow}|${backgroundColor}|${borderColor}|${display}`,
      )
      .join('\n');
  }, number);
}
