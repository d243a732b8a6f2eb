// Goal, state and last commands as plain text, for whoever helps: a colleague, a teacher, an assistant.
import type { Verdict } from '../../grader/index.ts';
import { formatBytes } from '../../i18n/index.ts';
import type { Turn } from '../session/index.ts';
import type { LabView } from '../session/view/index.ts';
import type { ExplainWords } from './words.ts';

export interface Goal {
  readonly title: string;
  /** Id and sentence of each, in order. */
  readonly goals: readonly { readonly id: string; readonly say: string }[];
  readonly verdict: Verdict | undefined;
}

/** Commands that are told, and lines of each one's output. */
const commands = 8;
const lines = 14;

export function report(view: LabView, turns: readonly Turn[], goal: Goal | undefined, t: ExplainWords): string {
  const out = [t('report.title', { docker: t(`report.${view.machines[0]?.profile ?? 'graphdriver'}`) }), ''];
  if (goal) {
    out.push(t('report.goal', { title: goal.title }));
    for (const { id, say } of goal.goals) {
      const met = goal.verdict?.goals.find((one) => one.id === id)?.finding.ok ?? false;
      out.push(`- ${say} (${t(met ? 'report.met' : 'report.unmet')})`);
    }
    out.push('');
  }
  for (const machine of view.machines) {
    out.push(t('report.machine', { name: machine.name }), `${t('report.images')}:`);
    for (const { id, tags, size } of machine.images) out.push(`- ${tags.join(', ') || '<none>'} ${id.slice(7, 19)} ${formatBytes(size)}`);
    if (machine.images.length === 0) out.push(`- ${t('report.none')}`);
    out.push(`${t('report.containers')}:`);
    for (const { name, imageRef, status } of machine.containers) out.push(`- ${name} (${imageRef}): ${status}`);
    if (machine.containers.length === 0) out.push(`- ${t('report.none')}`);
    out.push('');
  }
  out.push(`${t('report.commands')}:`);
  for (const { line, output, exit } of turns.slice(-commands)) {
    out.push(`$ ${line}${exit === 0 ? '' : ` ${t('report.exit', { n: exit })}`}`);
    const printed = output.replace(/\x1b\[[\d;?]*[A-Za-z]/g, '').trimEnd();
    const all = printed === '' ? [] : printed.split('\n');
    out.push(...(all.length > lines ? [...all.slice(0, lines / 2), '…', ...all.slice(-lines / 2)] : all));
  }
  return `${out.join('\n').trimEnd()}\n`;
}
