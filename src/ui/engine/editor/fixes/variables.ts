// Rules about ARG and ENV: undefined names, empty defaults, secrets.
import type { Dockerfile } from '../../../../engine/dockerfile/index.ts';
import type { Edit, Fix } from '../../../session/queries/editor.ts';
import { type Finding, headOf, type RuleHelp, replacing, stageAt } from '../context.ts';
import { escaped, type Range } from '../source.ts';

const use = (name: string): RegExp => new RegExp(`\\$(?:\\{(?=${escaped(name)}\\b)|(?=${escaped(name)}(?!\\w)))(${escaped(name)})`);
const whole = (name: string): RegExp => new RegExp(`\\$(?:\\{${escaped(name)}[^}]*\\}|${escaped(name)}(?!\\w))`);
const near = /did you mean \$?(\w+)\?/;

const isGlobal = ({ metaArgs }: Dockerfile, name: string): boolean => metaArgs.some(({ args }) => args.some(({ key }) => key === name));

function nearest({ source, head, fact }: Finding, name: string): Fix[] {
  const better = fact(near);
  const place = source.find(head, use(name));
  return better === '' || place === undefined ? [] : [replacing('use', place, better, `$${better}`)];
}

export const undefinedVar: RuleHelp = {
  place: ({ source, head, fact }) => source.find(head, whole(fact(/variable '\$([^']*)'/))),
  fixes: (finding) => {
    const { source, dockerfile, node, fact } = finding;
    const name = fact(/variable '\$([^']*)'/);
    if (!/^[A-Za-z_]\w*$/.test(name)) return [];
    const stage = dockerfile.stages[stageAt(dockerfile, node.lines.start)];
    const arg = node.value === node.value.toLowerCase() ? 'arg' : 'ARG';
    // A global ARG is seen in a stage once the stage declares it, so that goes first, right behind FROM.
    const line = isGlobal(dockerfile, name) && stage !== undefined ? stage.from.lines.end + 1 : node.lines.start;
    const at = source.lineStart(line);
    const declare: Fix = { kind: 'declare', code: `${arg} ${name}`, edits: [{ from: at, to: at, insert: `${arg} ${name}\n` }] };
    return [...nearest(finding, name), declare];
  },
};

export const undefinedArgInFrom: RuleHelp = {
  place: ({ source, head, fact }) => source.find(head, whole(fact(/argument '([^']*)'/))),
  fixes: (finding) => nearest(finding, finding.fact(/argument '([^']*)'/)),
};

export const invalidDefaultArgInFrom: RuleHelp = {
  place: ({ source, head }) => source.find(head, /\$\{?\w+\}?/),
  fixes: ({ source, dockerfile, head, fact }) => {
    const base = fact(/ARG (\S+) results/);
    const name = /:\$\{?(\w+)\}?$/.exec(base)?.[1];
    if (name === undefined) return [];
    for (const arg of dockerfile.metaArgs) {
      const declared = source.find(source.span(arg.span), new RegExp(`(?:^|\\s)(${escaped(name)}=?)(?=\\s|$)`));
      if (declared !== undefined) return [replacing('default', declared, `${name}=latest`, `${arg.name} ${name}=latest`)];
    }
    const place = source.find(head, whole(name));
    return place === undefined ? [] : [replacing('default', place, `\${${name}:-latest}`)];
  },
};

const secretFacts = /\((ARG|ENV) "([^"]*)"\)/;

/** The pair `KEY=…` or the bare `KEY` of an ARG. */
function pairIn({ source, head, diagnostic }: Finding): { key: string; range: Range } | undefined {
  const key = secretFacts.exec(diagnostic.message)?.[2] ?? '';
  const value = `(?:"(?:[^"\\\\]|\\\\.)*"|'[^']*'|\\\\.|[^\\s"'\\\\])*`;
  const range = source.find(head, new RegExp(`\\s("?${escaped(key)}"?(?:=${value})?)(?=\\s|$)`));
  return range === undefined ? undefined : { key, range };
}

export const secretsUsedInArgOrEnv: RuleHelp = {
  about: ['ARG', 'ENV'],
  place: (finding) => pairIn(finding)?.range,
  fixes: (finding) => {
    const { source, dockerfile, node, head } = finding;
    const pair = pairIn(finding);
    if (pair === undefined || dockerfile.metaArgs.some(({ lines }) => lines.start === node.lines.start)) return [];
    const { key, range } = pair;
    const stage = stageAt(dockerfile, node.lines.start);
    const mount = `--mount=type=secret,id=${key},env=${key}`;
    const mounts: Edit[] = dockerfile.ast.flatMap((one) => {
      if (one.value.toUpperCase() !== 'RUN' || one.lines.start < node.lines.start || stageAt(dockerfile, one.lines.start) !== stage)
        return [];
      const text = source.text.slice(...(Object.values(headOf(source, dockerfile, one)) as [number, number]));
      if (!whole(key).test(text + one.heredocs.map(({ content }) => content).join('\n'))) return [];
      const { from } = headOf(source, dockerfile, one);
      return [{ from: from + one.value.length, to: from + one.value.length, insert: ` ${mount}` }];
    });
    const words = source.text
      .slice(head.from, head.to)
      .replace(/\\\s*\n/g, ' ')
      .trim()
      .slice(node.value.length)
      .trim();
    const legacy = node.args[2] === ' ' || !source.text.slice(range.from, range.to).includes('=');
    const alone = words === source.text.slice(range.from, range.to) || (node.value.toUpperCase() === 'ENV' && legacy);
    const out: Edit = alone
      ? { ...source.whole(node.lines), insert: '' }
      : { from: source.text.slice(0, range.from).trimEnd().length, to: range.to, insert: '' };
    // A pair on a line of its own leaves the backslash of the line before where it is needed.
    if (!alone && source.text.slice(out.from, range.from).includes('\n')) return [];
    return [{ kind: 'secret', code: mounts.length > 0 ? `RUN ${mount} …` : key, edits: [out, ...mounts] }];
  },
};
