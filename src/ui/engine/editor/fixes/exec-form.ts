// JSONArgsRecommended: a command in exec form.
import { type Finding, type RuleHelp, replacing } from '../context.ts';

/** The words of a command that no shell has to read; undefined when one is needed. Quotes are taken off as a shell does. */
export function plainWords(command: string): readonly string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  for (let i = 0; i < command.length; i++) {
    const char = command[i]!;
    if (/\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (char === "'") {
      const end = command.indexOf("'", i + 1);
      if (end < 0) return undefined;
      word = (word ?? '') + command.slice(i + 1, end);
      i = end;
    } else if (char === '"') {
      const end = command.indexOf('"', i + 1);
      const inside = command.slice(i + 1, end);
      if (end < 0 || /[\\$`]/.test(inside)) return undefined;
      word = (word ?? '') + inside;
      i = end;
    } else if (/[\\$`|&;<>()*?[\]~#!{}]/.test(char)) return undefined;
    else word = (word ?? '') + char;
  }
  if (word !== undefined) words.push(word);
  const first = words[0];
  // An assignment or a word that only the shell knows.
  if (
    first === undefined ||
    /^\w+=/.test(first) ||
    /^(?:exec|cd|set|export|source|\.|:|eval|if|for|while|until|case|trap|ulimit|umask|unset)$/.test(first)
  )
    return undefined;
  return words;
}

/** As people write it: a blank behind each comma. */
const jsonForm = (words: readonly string[]): string => `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;

function argument({ dockerfile, node }: Finding): string {
  const joined = node.original.slice(node.original.search(/\s/) + 1).trim();
  return dockerfile.escapeToken === '\\' ? joined : joined.replaceAll('`', '\\');
}

export const jsonArgsRecommended: RuleHelp = {
  about: ['CMD', 'ENTRYPOINT'],
  fixes: (finding) => {
    const { head, node } = finding;
    const command = argument(finding);
    const words = plainWords(command);
    if (words !== undefined) return [replacing('use', head, `${node.value} ${jsonForm(words)}`)];
    return [replacing('shell', head, `${node.value} ${jsonForm(['/bin/sh', '-c', command])}`)];
  },
};
