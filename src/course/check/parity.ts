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
      .map((tag) => ({ shape: shape(tag), line: tag.line }));
  const [left, right] = [tags(en, false), tags(zh, false)];
  const at = left.findIndex((tag, index) => tag.shape !== right[index]?.shape);
  if (at >= 0 || right.length > left.length) {
    const place = at >= 0 ? at : left.length;
    const [wanted, found] = [left[place], right[place]];
    const told = wanted ? `<${wanted.shape}>, as in line ${wanted.line} of en.mdx` : 'no more tags, as in en.mdx';
    problems.push(`${found ? `line ${found.line}` : 'the end'}: expected ${told}, found ${found ? `<${found.shape}>` : 'no more'}`);
  }
  const [terms, wordsOfZh] = [tags(en, true), tags(zh, true)];
  for (const { shape: one, line } of without(terms, wordsOfZh, (tag) => tag.shape))
    problems.push(`terms: expected <${one}>, as in line ${line} of en.mdx`);
  for (const { shape: one, line } of without(wordsOfZh, terms, (tag) => tag.shape))
    problems.push(`line ${line}: terms: expected no <${one}>, which en.mdx does not have`);
  if (headingsOf(en).join() !== headingsOf(zh).join())
    problems.push(`headings: expected depths ${headingsOf(en).join(' ')}, as in en.mdx, found ${headingsOf(zh).join(' ')}`);
  const [commands, chinese] = [commandsOf(en), commandsOf(zh)];
  for (const one of without(commands, chinese, same)) problems.push(`code: expected \`${one}\`, as in en.mdx`);
  for (const one of without(chinese, commands, same)) problems.push(`code: expected no \`${one}\`, which en.mdx does not have`);
  return problems;
}

const same = (text: string) => text;

/** What is in `a` more often than in `b`. */
function without<T>(a: readonly T[], b: readonly T[], key: (one: T) => string): readonly T[] {
  const rest = b.map(key);
  return a.filter((one) => {
    const index = rest.indexOf(key(one));
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
}
