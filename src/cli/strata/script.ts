/** One step of a case: what stands between two `### name` lines. */
export interface ScriptStep {
  readonly name: string;
  readonly source: string;
}

/** Splits a case's script. What stands before the first `### name` is the step `setup`, left out when it only comments. */
export function splitSteps(text: string): ScriptStep[] {
  const steps: { name: string; lines: string[] }[] = [{ name: 'setup', lines: [] }];
  for (const line of text.split('\n')) {
    const name = /^### +(.*\S)\s*$/.exec(line)?.[1];
    if (name === undefined) steps.at(-1)!.lines.push(line);
    else steps.push({ name, lines: [] });
  }
  const empty = !steps[0]!.lines.some((line) => line.trim() !== '' && !line.startsWith('#'));
  const kept = empty && steps.length > 1 ? steps.slice(1) : steps;
  return kept.map(({ name, lines }) => ({ name, source: lines.join('\n') }));
}

/** The whole script as one program that writes each step's output and status into files `N.out`, `N.err`, `N.rc` of `$REC`. */
export function scriptProgram(steps: readonly ScriptStep[]): string {
  const lines = ['umask 022'];
  for (const [index, { source }] of steps.entries()) {
    lines.push(`exec >"$REC/${index}.out" 2>"$REC/${index}.err"`, source, `printf "%s" "$?" >"$REC/${index}.rc"`);
  }
  lines.push(`exit "$(cat "$REC/${steps.length - 1}.rc")"`);
  return `${lines.join('\n')}\n`;
}
