// What can be read from a lesson's prose without rendering it: tags, headings, commands in code spans, its length.

export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** 1 for the first line of the file. */
  readonly line: number;
}

/** Every tag that a lesson may use. */
export const tagNames = ['Exercise', 'Fact', 'Lab', 'Matrix', 'Myth', 'Predict', 'Quiz', 'Run', 'Stack', 'Term', 'Try', 'Value'] as const;

/** What `<Lab picture>` can open: the pictures of the lab. */
export const pictures = ['stack', 'store', 'build', 'run', 'registry', 'fence'] as const;

/** An opening or closing tag; strings in it may hold any character. */
const tag = /<\/?[A-Za-z]\w*(?:\s+[\w-]+(?:=(?:"[^"]*"|'[^']*'|\{[^}]*\}))?)*\s*\/?>/g;
/** Lines stay lines, so that places can be told. */
const blank = (text: string) => text.replace(/[^\n]/g, ' ');
const withoutFront = (text: string) => text.replace(/^---\n[\s\S]*?\n---\n/, blank);
const code = /^```[\s\S]*?^```|`[^`\n]*`/gm;
/** Code blocks and spans gone; those inside a tag's strings stay. */
const withoutCode = (text: string) =>
  text.replace(new RegExp(`${tag.source}|${code.source}`, 'gm'), (found) => (found.startsWith('`') ? blank(found) : found));

/** The tags of a lesson in their order; those that close are left out. */
export function tagsOf(text: string): readonly Tag[] {
  const prose = withoutCode(withoutFront(text));
  return [...prose.matchAll(tag)].flatMap((found) => {
    const [, name, list] = /^<([A-Z]\w*)([\s\S]*?)\/?>$/.exec(found[0]) ?? [];
    if (name === undefined) return [];
    const attributes = [...(list ?? '').matchAll(/([\w-]+)(?:=(?:"([^"]*)"|'([^']*)'|\{([^}]*)\}))?/g)].map(
      ([, key = '', double, single, braces]) => [key, double ?? single ?? braces ?? 'true'] as const,
    );
    return [{ name, attributes: Object.fromEntries(attributes), line: prose.slice(0, found.index).split('\n').length }];
  });
}

/** Depths of the headings, in order: `##` is 2. */
export const headingsOf = (text: string): readonly number[] =>
  [...withoutCode(text).matchAll(/^(#+) /gm)].map(([, marks = '']) => marks.length);

/** Code spans that begin with `docker `, each once. */
export function commandsOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/`(docker [^`\n]+)`/g)].map(([, command = '']) => command))].sort();
}

/** Words of English prose; what stands in tags is not counted. */
export function wordCount(text: string): number {
  return withoutFront(text)
    .replace(tag, ' ')
    .split(/\s+/)
    .filter((word) => /\w/.test(word)).length;
}

export const hanCount = (text: string): number => [...withoutFront(text).matchAll(/\p{Script=Han}/gu)].length;

/** Half-width punctuation after a Chinese character, and straight quotes: the characters around each, with the line. */
export function halfWidth(text: string): readonly string[] {
  const prose = withoutCode(withoutFront(text)).replace(tag, blank);
  return [...prose.matchAll(/\p{Script=Han}[,;:?!]|["']/gu)].map(
    (found) =>
      `line ${prose.slice(0, found.index).split('\n').length}: ${prose
        .slice(Math.max(0, found.index - 8), found.index + 9)
        .replaceAll('\n', ' ')
        .trim()}`,
  );
}
