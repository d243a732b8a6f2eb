import { encodeText, fromBytes, type Process, SysError } from '../../kernel/index.ts';

/** A configuration that Apache refuses: all it prints. */
export class HttpdProblem extends Error {}

export interface Directive {
  readonly name: string;
  readonly args: readonly string[];
  readonly file: string;
  readonly line: number;
  /** Of a section such as `<Directory>`. */
  readonly block?: readonly Directive[];
}

/** Directives with an effect here, and those that change nothing a client of a simulated server could see. */
const KNOWN = new Set(
  `serverroot listen loadmodule user group serveradmin servername serveralias documentroot directoryindex errorlog loglevel logformat customlog transferlog pidfile options allowoverride allowoverridelist require order allow deny alias scriptalias redirect redirectmatch redirectpermanent
  errordocument addtype addhandler addoutputfilter addcharset addencoding addlanguage adddefaultcharset defaulttype typesconfig forcetype mimemagicfile include includeoptional servertokens serversignature traceenable timeout keepalive maxkeepaliverequests keepalivetimeout
  hostnamelookups startservers minsparethreads maxsparethreads minspareservers maxspareservers threadsperchild maxrequestworkers maxclients maxconnectionsperchild maxrequestsperchild threadlimit serverlimit asyncrequestworkerfactor usecanonicalname usecanonicalphysicalport
  enablesendfile enablemmap fileetag contentdigest accessfilename indexoptions addicon addiconbytype addiconbyencoding defaulticon readmename headername indexignore indexorderdefault adddescription languagepriority forcelanguagepriority browsermatch browsermatchnocase setenv setenvif setenvifnocase passenv unsetenv
  header requestheader define undefine mutex coredumpdirectory limitrequestbody limitrequestline limitrequestfields limitxmlrequestbody protocols namevirtualhost directoryslash fallbackresource proxyrequests proxypreservehost proxypass proxypassreverse proxytimeout addoutputfilterbytype deflatecompressionlevel deflatefilternote expiresactive expiresbytype expiresdefault
  requestreadtimeout sslrandomseed scriptsock scriptlog errorlogformat rlimitmem rlimitcpu rlimitnproc extendedstatus acceptfilter listenbacklog gracefulshutdowntimeout`.split(
    /\s+/,
  ),
);
const SECTIONS = new Set([
  'directory',
  'directorymatch',
  'location',
  'locationmatch',
  'files',
  'filesmatch',
  'virtualhost',
  'ifmodule',
  'ifdefine',
  'ifversion',
  'requireall',
  'requireany',
  'requirenone',
  'limit',
  'limitexcept',
  'proxy',
]);
const NOT_SIMULATED = new Set([
  'rewriteengine',
  'rewriterule',
  'rewritecond',
  'sslengine',
  'sslcertificatefile',
  'authtype',
  'authname',
  'authuserfile',
  'sethandler',
  'php_value',
  'dav',
  'proxypassmatch',
  'action',
  'suexecusergroup',
]);
const MAX_DEPTH = 20;

/** Reads a configuration with its includes; sections of conditions are resolved. Throws HttpdProblem. */
export class HttpdReader {
  readonly #p: Process;
  readonly #command: string;
  readonly #defines: Set<string>;
  readonly modules = new Map<string, string>();
  readonly #variables = new Map<string, string>();
  root: string;

  constructor(p: Process, command: string, root: string, defines: readonly string[]) {
    this.#p = p;
    this.#command = command;
    this.root = root;
    this.#defines = new Set(defines);
  }

  read(path: string): Directive[] {
    return this.#file(path, 0);
  }
  absolute(path: string): string {
    return path.startsWith('/') ? path : `${this.root}/${path}`;
  }

  #file(path: string, depth: number): Directive[] {
    let text: string;
    try {
      text = fromBytes(this.#p.fs.readFile(encodeText(path)));
    } catch (error) {
      if (error instanceof SysError)
        throw new HttpdProblem(`${this.#command}: Could not open configuration file ${path}: ${error.message}`);
      throw error;
    }
    const lines = text.replace(/\\\r?\n/g, ' ').split('\n');
    const at = { line: 0 };
    return this.#block(lines, at, path, undefined, depth);
  }

  #block(
    lines: readonly string[],
    at: { line: number },
    file: string,
    section: { name: string; line: number } | undefined,
    depth: number,
  ): Directive[] {
    if (depth > MAX_DEPTH) throw new HttpdProblem(`${this.#command}: Exceeded the maximum include nesting level in ${file}`);
    const out: Directive[] = [];
    while (at.line < lines.length) {
      const line = ++at.line;
      const text = this.#filled(lines[line - 1]!.trim());
      if (text === '' || text.startsWith('#')) continue;
      const closing = /^<\/(\w+)\s*>$/.exec(text);
      if (closing !== null) {
        if (section === undefined) this.#refuse(file, line, `</${closing[1]}> without matching <${closing[1]}> section`);
        if (closing[1]!.toLowerCase() !== section!.name.toLowerCase())
          this.#refuse(file, line, `Expected </${section!.name}> but saw </${closing[1]}>`);
        return out;
      }
      const opening = /^<(\w+)\s*([^>]*)>$/.exec(text);
      if (opening !== null) {
        const [, name = '', rest = ''] = opening;
        if (!SECTIONS.has(name.toLowerCase())) this.#invalid(file, line, `<${name}`);
        const kept = this.#holds(name.toLowerCase(), rest.trim());
        const before = new Map(this.modules);
        const block = this.#block(lines, at, file, { name, line }, depth);
        if (/^if/i.test(name)) {
          if (kept) out.push(...block);
          else for (const module of this.modules.keys()) if (!before.has(module)) this.modules.delete(module);
        } else out.push({ name: name.toLowerCase(), args: wordsOf(rest), file, line, block });
        continue;
      }
      out.push(...this.#directive(text, file, line, depth));
    }
    if (section !== undefined)
      throw new HttpdProblem(
        `${this.#command}: Syntax error on line ${section.line} of ${file}: ${file}:${section.line}: <${section.name}> was not closed.`,
      );
    return out;
  }

  #directive(text: string, file: string, line: number, depth: number): Directive[] {
    const [written = '', ...args] = wordsOf(text);
    const name = written.toLowerCase();
    if (NOT_SIMULATED.has(name)) throw new HttpdProblem(`strata: the directive ${written} is not simulated, in line ${line} of ${file}`);
    if (!KNOWN.has(name)) this.#invalid(file, line, written);
    if (name === 'loadmodule') this.modules.set(args[0]!, args[1] ?? '');
    else if (name === 'serverroot') this.root = args[0]!;
    else if (name === 'define') {
      this.#defines.add(args[0]!);
      if (args[1] !== undefined) this.#variables.set(args[0]!, args[1]);
    } else if (name === 'include' || name === 'includeoptional') {
      const found = this.#matching(this.absolute(args[0]!));
      if (found.length === 0 && name === 'include') {
        const path = this.absolute(args[0]!);
        if (/[*?[]/.test(path)) return [];
        throw new HttpdProblem(
          `${this.#command}: Syntax error on line ${line} of ${file}: Could not open configuration file ${path}: No such file or directory`,
        );
      }
      return found.flatMap((path) => this.#file(path, depth + 1));
    }
    return [{ name, args, file, line }];
  }

  #holds(name: string, condition: string): boolean {
    const not = condition.startsWith('!');
    const word = condition.replace(/^!/, '');
    if (name === 'ifdefine') return this.#defines.has(word) !== not;
    if (name === 'ifversion') return true;
    if (name !== 'ifmodule') return true;
    const module = word.replace(/^mod_/, '').replace(/\.c$/, '_module');
    return (this.modules.has(module) || this.modules.has(word) || ['core_module', 'so_module', 'http_module'].includes(module)) !== not;
  }
  #filled(text: string): string {
    return text.replace(/\$\{(\w+)\}/g, (all, name: string) => this.#variables.get(name) ?? this.#p.env.get(name) ?? all);
  }
  #matching(pattern: string): string[] {
    let found = [''];
    for (const part of pattern.split('/').slice(1)) {
      if (!/[*?[]/.test(part)) found = found.map((dir) => `${dir}/${part}`);
      else {
        const matches = new RegExp(
          `^${part
            .replace(/[.+^${}()|\\]/g, '\\$&')
            .replace(/\*/g, '[^/]*')
            .replace(/\?/g, '[^/]')}$`,
        );
        found = found.flatMap((dir) =>
          this.#p.fs.exists(dir)
            ? this.#p.fs
                .readdir(dir)
                .filter((name) => matches.test(name))
                .map((name) => `${dir}/${name}`)
            : [],
        );
      }
    }
    return found.filter((path) => this.#p.fs.exists(path));
  }
  #refuse(file: string, line: number, message: string): never {
    throw new HttpdProblem(`AH00526: Syntax error on line ${line} of ${file}:\n${message}`);
  }
  #invalid(file: string, line: number, name: string): never {
    return this.#refuse(
      file,
      line,
      `Invalid command '${name}', perhaps misspelled or defined by a module not included in the server configuration`,
    );
  }
}

/** Words with quotes and backslashes as ap_getword_conf reads them. */
function wordsOf(text: string): string[] {
  return [...text.matchAll(/"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|(\S+)/g)].map(
    ([, double, single, bare]) => bare ?? (double ?? single ?? '').replace(/\\(["'\\])/g, '$1'),
  );
}

/** Arguments of the last directive of this name. */
export const lastOf = (directives: readonly Directive[], name: string): readonly string[] | undefined =>
  directives.findLast((each) => each.name === name && each.block === undefined)?.args;
