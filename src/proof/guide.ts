// The authoring guide's table of checks, from the checks themselves.
import { checkDocs } from '../grader/index.ts';

const [BEGIN, END] = ['<!-- checks: begin -->', '<!-- checks: end -->'];

export function checksTable(): string {
  const rows = checkDocs.map(({ name, group, params, about, example }) => {
    const list = Object.entries(params).map(([param, kind]) => `${param}${kind.endsWith('?') ? '?' : ''}`);
    return `| ${group} | \`${name}\` | ${list.join(', ') || 'nothing'} | ${about.en} | \`${JSON.stringify(example).replaceAll('|', '\\|')}\` |`;
  });
  return ['| about | check | with | asks | example of `with` |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}

/** The guide with this table between its marks; throws when they are not there. */
export function withTable(guide: string, table: string): string {
  const [from, to] = [guide.indexOf(BEGIN), guide.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`docs/authoring.md: expected ${BEGIN} and ${END}`);
  return `${guide.slice(0, from + BEGIN.length)}\n\n${table}\n\n${guide.slice(to)}`;
}
