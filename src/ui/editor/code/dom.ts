// Small pieces of DOM for what CodeMirror shows itself: popovers that are not part of our tree.

export function element(tag: string, className: string, ...children: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.append(...children);
  return made;
}

export function link(href: string, text: string, outside = false): HTMLAnchorElement {
  const made = document.createElement('a');
  made.href = href;
  made.textContent = text;
  if (outside) {
    made.target = '_blank';
    made.rel = 'noreferrer';
  }
  return made;
}
