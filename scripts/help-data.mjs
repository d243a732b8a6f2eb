// Turns recorded help texts into the records of src/cli/help/data. Called by record-help.mjs.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLASSIC_BUILD_FLAGS, EXTRA_FLAGS } from './hidden-flags.mjs';

const VERSION = 'Docker 28.5.2, buildx 0.29.1';

// Which of Docker's validators a flag has: by flag name, then by type.
const CHECKS = {
  attach: { list: 'attach' },
  env: { list: 'env' },
  label: { list: 'label' },
  'add-host': { list: 'host' },
  dns: { list: 'ip' },
  'dns-search': { list: 'dns-search' },
  link: { list: 'link' },
  sysctl: { map: 'sysctl' },
  ulimit: { ulimit: 'ulimit' },
  mount: { mount: 'mount' },
  gpus: { 'gpu-request': 'gpu' },
  'memory-swap': { bytes: 'unlimited' },
  'device-cgroup-rule': { list: 'device-cgroup-rule' },
  'blkio-weight-device': { list: 'weight-device' },
  'device-read-bps': { list: 'throttle-bps' },
  'device-write-bps': { list: 'throttle-bps' },
  'device-read-iops': { list: 'throttle-iops' },
  'device-write-iops': { list: 'throttle-iops' },
};

export function generate(wide, classic, probes, dir) {
  const records = Object.entries(wide).map(([name, text]) => record(name, text, wide));
  records.sort((a, b) => rank(a) - rank(b) || (a.path.join(' ') < b.path.join(' ') ? -1 : 1));
  const seen = [];
  const files = new Map();
  for (const r of records) {
    r.args = argsRule(probes[r.path.join(' ')]);
    r.interspersed = interspersed(probes[r.path.join(' ')]);
    const file = fileOf(r);
    if (!files.has(file)) files.set(file, []);
    files.get(file).push(compact(r, seen));
    seen.push(r);
  }
  // The classic builder's own commands take one context, or are prune without arguments.
  const classicRecords = Object.entries(classic).map(([name, text]) => ({
    ...record(name, text, { ...wide, ...classic }),
    args: name.endsWith('-build') ? { kind: 'exact', n: 1 } : name.endsWith('prune') ? { kind: 'none' } : { kind: 'any' },
    interspersed: true,
  }));
  const seenClassic = [];
  files.set(
    'classic',
    classicRecords.map((r) => {
      const out = compact(r, seenClassic);
      seenClassic.push(r);
      return out;
    }),
  );
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  for (const [file, list] of files) {
    const body = list.map((r) => JSON.stringify(r)).join(',\n');
    writeFileSync(
      join(dir, `${kebab(file)}.ts`),
      `// Written by scripts/record-help.mjs from ${VERSION}.\nimport type { CommandRecord } from '../record.ts';\n\nexport const ${file}: readonly CommandRecord[] = [\n${body},\n];\n`,
    );
  }
  const names = [...files.keys()].sort();
  const ordered = names.filter((n) => n !== 'classic').sort((x, y) => rankName(x) - rankName(y));
  writeFileSync(
    join(dir, 'index.ts'),
    `// Written by scripts/record-help.mjs from ${VERSION}.\n/**\n * Every command of Docker's client as a record.\n * Knows: the words of the help.\n * Refuses to know: what commands do.\n */\n${names.map((n) => `import { ${n} } from './${kebab(n)}.ts';`).join('\n')}\nimport type { CommandRecord } from '../record.ts';\n\n/** A record's \`like\` names one that stands before it. */\nexport const records: readonly CommandRecord[] = [${ordered.map((n) => `...${n}`).join(', ')}];\n\n/** What DOCKER_BUILDKIT=0 puts in place of buildx's commands. */\nexport const classicRecords: readonly CommandRecord[] = classic;\n`,
  );
}

function fileOf(r) {
  if (r.path.length === 0 || (r.sections.length === 0 && r.path.length === 1)) return 'top';
  return r.path[0] === 'container' && ['create', 'run'].includes(r.path[1]) ? 'containerRun' : r.path[0];
}

function kebab(name) {
  return name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
}

// Commands others are like come first.
function rank(r) {
  return rankName(fileOf(r));
}

function rankName(name) {
  const at = ['buildx', 'container', 'containerRun', 'image', 'system', 'builder'].indexOf(name);
  return at >= 0 ? at : name === 'top' ? 99 : 50;
}

function record(name, text, wide) {
  const path = pathOf(name, wide);
  const body = text.replace(/\n$/, '');
  const usageEnd = body.indexOf('\n\n');
  const usage = body.slice('Usage:  '.length, usageEnd);
  let rest = body.slice(usageEnd);
  const cut = rest.search(/\n\n(?:Aliases|Options|Global Options|(?:[A-Z][a-z]+ )?Commands):\n|\n\nRun 'docker /);
  const description = (cut < 0 ? rest : rest.slice(0, cut)).slice(2);
  rest = cut < 0 ? '' : rest.slice(cut + 2);
  const r = { path, usage, description, aliases: [], flags: [], sections: [], nameWidth: 12 };
  while (rest !== '' && !rest.startsWith("Run 'docker ")) {
    const end = rest.search(/\n\n/);
    const block = end < 0 ? rest : rest.slice(0, end);
    rest = end < 0 ? '' : rest.slice(end + 2);
    const [title, ...lines] = block.split('\n');
    if (title === 'Aliases:') r.aliases = lines[0].trim().split(', ');
    else if (title.endsWith('Options:')) r.flags = flags(lines);
    else if (title.endsWith('Commands:')) r.sections.push({ title: title.slice(0, -1), items: lines.map((line) => item(line, r)) });
    else throw new Error(`${name}: unknown block ${title}`);
  }
  if (rest !== '') r.footer = rest;
  if (path.at(-1) !== 'build' || usage.startsWith('docker buildx ')) r.flags.push(...(EXTRA_FLAGS[path.join(' ')] ?? []));
  else r.flags.push(...CLASSIC_BUILD_FLAGS);
  for (const flag of r.flags) {
    const check = CHECKS[flag.name]?.[flag.type];
    if (check) flag.check = check;
  }
  return r;
}

function pathOf(name, wide) {
  const words = name.split('-').slice(1);
  for (let i = words.length - 1; i > 0; i--) {
    const parent = `docker-${words.slice(0, i).join('-')}`;
    if (wide[parent] && /Commands:$/m.test(wide[parent])) return [...pathOf(parent, wide), words.slice(i).join('-')];
  }
  return words.length ? [words.join('-')] : [];
}

function item(line, r) {
  const m = /^ {2}(\S+)( +)(.*)$/.exec(line);
  r.nameWidth = m[1].length + m[2].length;
  return [m[1], m[3]];
}

function flags(lines) {
  const column = Math.max(...lines.map((l) => /^ {2}(?:-\S, | {4})--\S+(?: \S+)? {3}/.exec(l)?.[0].length ?? 0));
  const joined = [];
  for (const line of lines) {
    if (/^ {2}(?:-\S, | {4})--\S/.test(line.slice(0, column))) joined.push([line]);
    else joined.at(-1).push(line.slice(column));
  }
  return joined.map(([first, ...more]) => {
    const m = /^ {2}(?:-(\S), | {4})--([^\s[]+)(?: ([^\s[]+))?(?:\[=(?:"([^"]*)"|([^\]]*))\])?\s*$/.exec(first.slice(0, column));
    if (!m) throw new Error(`odd flag: ${first}`);
    let usage = [first.slice(column), ...more].join('\n');
    const flag = { name: m[2] };
    if (m[1]) flag.short = m[1];
    flag.type = m[3] ?? 'bool';
    const noOpt = m[4] ?? m[5];
    if (noOpt !== undefined) flag.noOptDefault = noOpt;
    const d = / \(default ("(?:[^"\\]|\\.)*"|\S+)\)$/.exec(usage);
    if (d) {
      usage = usage.slice(0, d.index);
      flag.default = d[1].startsWith('"') ? JSON.parse(d[1]) : d[1];
    }
    flag.usage = usage;
    return flag;
  });
}

function argsRule(probe) {
  if (!probe) return { kind: 'any' };
  const [none, many] = probe;
  let m =
    /requires at least (\d+) and at most (\d+) argument/.exec(none) ?? /requires at least (\d+) and at most (\d+) argument/.exec(many);
  if (m) return { kind: 'range', min: Number(m[1]), max: Number(m[2]) };
  if (/accepts no arguments/.test(many)) return { kind: 'none' };
  if ((m = /requires at most (\d+) argument/.exec(many))) return { kind: 'max', n: Number(m[1]) };
  if ((m = /requires at least (\d+) argument/.exec(none))) return { kind: 'min', n: Number(m[1]) };
  if ((m = /' requires (\d+) argument/.exec(none) ?? /' requires (\d+) argument/.exec(many))) return { kind: 'exact', n: Number(m[1]) };
  return { kind: 'any' };
}

function interspersed(probe) {
  return !probe || /unknown flag: --unknown-zzz/.test(probe[2]);
}

// Drops what can be told from the path, and refers to an equal command where there is one.
function compact(r, seen) {
  const commandPath = /^docker buildx/.test(r.usage)
    ? r.usage.split(/ \[| (?=[A-Z])/)[0].split('\n')[0]
    : `docker ${r.path.join(' ')}`.trim();
  const own = { path: r.path.join(' '), usage: r.usage };
  if (commandPath !== `docker ${own.path}`.trim()) own.commandPath = commandPath;
  const twin = seen.find(
    (s) => s.description === r.description && s.sections.length === r.sections.length && sameFlags(s, r) && shared(s, r),
  );
  if (twin) {
    const changed = r.flags.filter((f, i) => JSON.stringify(f) !== JSON.stringify(twin.flags[i]));
    const out = { ...own, like: twin.path.join(' ') };
    if (changed.length) out.flags = changed;
    return out;
  }
  const out = { ...own, description: r.description };
  if (r.aliases.length) out.aliases = r.aliases;
  if (r.flags.length) out.flags = r.flags;
  if (r.args.kind !== 'any') out.args = r.args;
  if (!r.interspersed) out.interspersed = false;
  if (r.sections.length) out.sections = r.sections;
  if (r.sections.length && r.nameWidth !== 12) out.nameWidth = r.nameWidth;
  if (r.footer) out.footer = r.footer;
  return out;
}

function sameFlags(a, b) {
  return (
    a.flags.length === b.flags.length &&
    a.flags.every((f, i) => f.name === b.flags[i].name && (f.name === 'builder' || JSON.stringify(f) === JSON.stringify(b.flags[i])))
  );
}

function shared(a, b) {
  const key = (r) => JSON.stringify([r.aliases, r.args, r.interspersed, r.sections, r.footer, r.nameWidth]);
  return key(a) === key(b) && (a.flags.length > 0 || a.aliases.length > 0 || a.sections.length > 0);
}
