// Everything that was typed and printed, as a text to keep: prompts, commands, output, and exit codes that are not 0.
import type { Turn } from '../../session/timeline.ts';
import { plainText } from './plain-text.ts';

export function transcript(turns: readonly Turn[], machineOf: (terminal: number) => string): string {
  const several = new Set(turns.map(({ terminal }) => terminal)).size > 1;
  const blocks = turns.map((turn) => {
    const where = several ? `# ${machineOf(turn.terminal)}, terminal ${turn.terminal + 1}\n` : '';
    const command = turn.line.split('\n').map((line, index) => `${index === 0 ? turn.prompt : '> '}${line}`);
    const exit = turn.exit === 0 ? [] : [`# exit code ${turn.exit}`];
    return `${where}${[...command, ...plainText(turn.output), ...exit].join('\n')}\n`;
  });
  return blocks.join('\n');
}

/** Text copied from the screen, with the prompts of the commands in it left out. */
export function withoutPrompts(text: string, turns: readonly { readonly prompt: string; readonly line: string }[]): string {
  const prompts = [...new Set(turns.map(({ prompt }) => prompt))].sort((a, b) => b.length - a.length);
  const commands = new Map(turns.map((turn) => [`${turn.prompt}${turn.line.split('\n')[0] ?? ''}`.trimEnd(), turn]));
  let more = 0;
  return text
    .split('\n')
    .flatMap((line) => {
      const turn = commands.get(line.trimEnd());
      if (turn !== undefined) more = turn.line.split('\n').length - 1;
      else if (more > 0) {
        more--;
        return [line.replace(/^> /, '')];
      }
      const prompt = prompts.find((one) => line.startsWith(one) || line === one.trimEnd());
      if (prompt === undefined) return [line];
      const rest = line.slice(prompt.length);
      return rest.trim() === '' && turn === undefined ? [] : [rest];
    })
    .join('\n');
}
