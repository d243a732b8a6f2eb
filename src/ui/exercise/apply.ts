// Puts a learner's values into an exercise's box, where the first ones stood when the site was built.
import { fillText, type Values } from '../../course/values.ts';

/** Attributes that hold text with values; `data-vary-prompt` holds what `data-prompt` is made of. */
const attributes = ['prompt', 'write'] as const;

export function applyValues(box: ParentNode, values: Values): void {
  for (const place of box.querySelectorAll<HTMLElement>('[data-vary]')) {
    const value = values[place.dataset.vary ?? ''];
    if (value !== undefined && place.textContent !== value) place.textContent = value;
  }
  for (const name of attributes)
    for (const button of box.querySelectorAll<HTMLElement>(`[data-vary-${name}]`))
      button.setAttribute(`data-${name}`, fillText(button.getAttribute(`data-vary-${name}`) ?? '', values));
}
