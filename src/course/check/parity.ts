// The two languages of a lesson beside one another: same tags, headings and commands.
import { commandsOf, headingsOf, type Tag, tagsOf } from './prose.ts';

/** A tag without what is prose in it. */
const shape = ({ name, attributes }: Tag) =>
  [name, ...Object.entries(attributes).flatMap(([key, value]) => (key === 'claim' ? [] : [`${key}="${value}"`]))].join(' ');

/** Where the Chinese text differs from the English one. */
export function parityProblems(en: string, zh: string): readonly string[] {
  const problems: string[] = [];
  const tags = (text: string, terms: boolean) =>
    tagsOf(text)
      .filter(({ name }) => (name === 'Term') === terms)
      .map(shape);
  const [left, right] = [tags(en, false), tags(zh, false)];
  const at = left.findIndex((tag, index) => tag !== right[index]);
  if (at >= 0 || right.length > left.length) {
    const place = at >= 0 ? at : left.length;
    problems.push(`tag ${place + 1}: expected <${left[place] ?? 'no more'}>, as in en.mdx, found <${right[place] ?? 'no more'}>`);
  }
  const [terms, wordsOfZh] = [tags(en, true).sort(), tags(zh, true).sort()];
  const missing = without(terms, wordsOfZh);
  const extra = without(wordsOfZh, terms);
  if (missing.length > 0) problems.push(`terms: expected ${missing.map((one) => `<${one}>`).join(', ')}, as in en.mdx`);
  if (extra.length > 0) problems.push(`terms: expected no ${extra.map((one) => `<${one}>`).join(', ')}, which en.mdx does not have`);
  if (headingsOf(en).join() !== headingsOf(zh).join())
    problems.push(`headings: expected depths ${headingsOf(en).join(' ')}, as in en.mdx, found ${headingsOf(zh).join(' ')}`);
  const [commands, chinese] = [commandsOf(en), commandsOf(zh)];
  for (const one of without(commands, chinese)) problems.push(`code: expected \`${one}\`, as in en.mdx`);
  for (const one of without(chinese, commands)) problems.push(`code: expected no \`${one}\`, which en.mdx does not have`);
  return problems;
}

/** What is in `a` more often than in `b`. */
function without(a: readonly string[], b: readonly string[]): readonly string[] {
  const rest = [...b];
  return a.filter((one) => {
    const index = rest.indexOf(one);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
}
