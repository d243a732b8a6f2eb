import type { SceneTurn } from './scenes.ts';

/** What a pattern finds first in the output of a scene: its group 1, or the whole match. `^` and `$` are ends of lines. */
export function valueIn(turns: readonly SceneTurn[], pattern: string): string | undefined {
  const expression = new RegExp(pattern, 'm');
  for (const { output } of turns) {
    const found = expression.exec(output);
    if (found) return found[1] ?? found[0];
  }
  return undefined;
}
