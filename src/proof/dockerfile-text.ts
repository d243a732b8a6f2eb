// Dockerfiles inside what someone does: as a file, in a here-document, in a printf. Each can be given another text.
import type { Tried } from '../ui/lesson/play.ts';

export interface Recipe {
  /** Where it stands, for a name. */
  readonly where: string;
  /** One per physical line. */
  readonly lines: readonly string[];
  with(lines: readonly string[]): Tried;
}

const isRecipe = (lines: readonly string[]) => lines.some((line) => /^FROM\s+\S/i.test(line));

export function recipesOf(tried: Tried): readonly Recipe[] {
  const recipes: Recipe[] = [];
  for (const [path, text] of Object.entries(tried.files)) {
    const lines = text.split('\n');
    if (isRecipe(lines))
      recipes.push({ where: path, lines, with: (changed) => ({ ...tried, files: { ...tried.files, [path]: changed.join('\n') } }) });
  }
  for (const [index, line] of tried.run.entries()) {
    const cut = cutLine(line);
    if (!cut) continue;
    const { before, lines, after, glue } = cut;
    recipes.push({
      where: `line ${index + 1}`,
      lines,
      with: (changed) => ({ ...tried, run: tried.run.with(index, before + changed.join(glue) + after) }),
    });
  }
  return recipes;
}

interface Cut {
  readonly before: string;
  readonly lines: readonly string[];
  readonly after: string;
  readonly glue: string;
}

function cutLine(line: string): Cut | undefined {
  const here = /^([\s\S]*?<<-?\s*['"]?(\w+)['"]?[^\n]*\n)([\s\S]*?)(\n\2\s*[\s\S]*)$/.exec(line);
  if (here) {
    const lines = (here[3] ?? '').split('\n');
    return isRecipe(lines) ? { before: here[1] ?? '', lines, after: here[4] ?? '', glue: '\n' } : undefined;
  }
  const quoted = /^([\s\S]*?(?:printf|echo -e)\s+(['"]))([\s\S]*?)(\2[\s\S]*)$/.exec(line);
  if (!quoted) return undefined;
  const text = quoted[3] ?? '';
  const glue = text.includes('\\n') ? '\\n' : '\n';
  const lines = text.split(glue);
  return isRecipe(lines) ? { before: quoted[1] ?? '', lines, after: quoted[4] ?? '', glue } : undefined;
}
