import { encodeText, type Process, SIGNALS, type Step, SysError, statusCode } from '../../kernel/index.ts';
import { become } from '../gosu/run-as.ts';
import { type Call, prefixOf } from './call.ts';
import { projectDirectory, readPackage, record } from './project.ts';

const DEFAULTS: Readonly<Record<string, string>> = { start: 'node server.js' };

/** npm run NAME, npm start, npm test: the script of package.json through the shell, signals passed on. */
export function* runScript(p: Process, call: Call, name: string, args: readonly string[]): Step<number> {
  const dir = projectDirectory(p);
  const json = readPackage(p, dir);
  const scripts = record(json, 'scripts');
  const own = scripts[name] ?? (name === 'start' && p.fs.exists(`${dir}/server.js`) ? DEFAULTS[name] : undefined);
  if (own === undefined) {
    if (call.flags.has('if-present')) return 0;
    const e = prefixOf(call);
    const similar = Object.keys(scripts).filter((each) => each.startsWith(name) || name.startsWith(each));
    const hint =
      similar.length === 0
        ? ''
        : `${e}\n${e} Did you mean this?\n${similar.map((each) => `${e}   npm run ${each} # run the "${each}" package script\n`).join('')}`;
    yield* p.write(
      2,
      `${e} Missing script: "${name}"\n${hint}${e}\n${e} To see a list of scripts, run:\n${e}   npm run\n${e} A complete log of this run can be found in: ${p.env.get('HOME') ?? '/root'}/.npm/_logs/${Math.floor(p.now())}-debug-0.log\n`,
    );
    return 1;
  }
  for (const each of [`pre${name}`, name, `post${name}`]) {
    const script = each === name ? own : scripts[each];
    if (script === undefined) continue;
    const words =
      each === name ? args.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `"${word.replace(/(["\\$`])/g, '\\$1')}"`)) : [];
    const line = [encodeText(script), ...words].join(' ');
    if (!call.silent) yield* p.write(1, `\n> ${encodeText(`${json.name ?? ''}@${json.version ?? ''} ${each}`)}\n> ${line}\n\n`);
    const status = yield* shell(p, dir, line, each);
    if (status !== 0) {
      if (call.major < 7)
        yield* p.write(
          2,
          `npm ERR! code ELIFECYCLE\nnpm ERR! errno ${status}\nnpm ERR! ${encodeText(`${json.name ?? ''}@${json.version ?? ''} ${each}`)}: \`${line}\`\nnpm ERR! Exit status ${status}\nnpm ERR! \nnpm ERR! Failed at the ${encodeText(`${json.name ?? ''}@${json.version ?? ''}`)} ${each} script.\nnpm ERR! This is probably not a problem with npm. There is likely additional logging output above.\n`,
        );
      return status;
    }
  }
  return 0;
}

/** A line through /bin/sh in the project's directory, with node_modules/.bin first in PATH. */
export function* shell(p: Process, dir: string, line: string, event: string): Step<number> {
  const passed = [SIGNALS.TERM, SIGNALS.INT, SIGNALS.HUP];
  for (const signal of passed) p.setDisposition(signal, 'catch');
  const child = p.fork(function* run(self) {
    for (const signal of passed) self.setDisposition(signal, 'default');
    self.chdir(dir === '' ? '/' : dir);
    self.env.set('PATH', `${dir}/node_modules/.bin:${self.env.get('PATH') ?? ''}`);
    self.env.set('npm_lifecycle_event', event);
    self.env.set('npm_lifecycle_script', line);
    try {
      return yield* become(self, ['sh', '-c', line]);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      yield* self.write(2, `sh: ${error.message}\n`);
      return 127;
    }
  });
  for (;;) {
    try {
      const ended = yield* p.waitpid(child.pid);
      if (ended !== undefined) return statusCode(ended.status);
    } catch (error) {
      if (!(error instanceof SysError) || error.errno !== 'EINTR') throw error;
      for (const signal of p.caught.splice(0)) if (child.status === undefined) yield* p.kill(child.pid, signal);
    }
  }
}

/** npm run without a name: the scripts there are. */
export function* listScripts(p: Process): Step<number> {
  const json = readPackage(p, projectDirectory(p));
  const scripts = Object.entries(record(json, 'scripts'));
  const lifecycle = scripts.filter(([name]) =>
    /^(?:pre|post)?(?:install|start|stop|restart|test|publish|pack|version|prepare|uninstall)$/.test(name),
  );
  const others = scripts.filter((each) => !lifecycle.includes(each));
  const shown = (list: typeof scripts): string => list.map(([name, script]) => `  ${name}\n    ${script}\n`).join('');
  const title = `${json.name ?? ''}@${json.version ?? ''}`;
  if (lifecycle.length > 0) yield* p.write(1, encodeText(`Lifecycle scripts included in ${title}:\n${shown(lifecycle)}`));
  if (others.length > 0)
    yield* p.write(
      1,
      encodeText(
        `${lifecycle.length > 0 ? 'available via `npm run`' : `Scripts available in ${title} via \`npm run\``}:\n${shown(others)}`,
      ),
    );
  return 0;
}
