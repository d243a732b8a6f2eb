import { type ByteString, encodeText, fromBytes, nullFile, type Step, SysError, toBytes } from '../../kernel/index.ts';
import { replay } from './client.ts';
import { writeDump } from './rdb.ts';
import { encodeCommand, RespReader } from './resp.ts';
import type { Server } from './server.ts';
import { atLeast } from './server.ts';

/**
 * The append-only file: since Redis 7 a directory with a base, what came after it, and a manifest; before, one file. Every
 * command that changes data is added to it.
 */
export class AppendOnly {
  readonly #server: Server;
  #fd: number | undefined;
  #database = -1;
  constructor(server: Server) {
    this.#server = server;
  }
  get active(): boolean {
    return this.#fd !== undefined;
  }

  /** Loads what is there and opens the file for more. */
  *open(): Step<void> {
    const { p, config, log, version } = this.#server;
    const base = config.get('dir').replace(/\/$/, '');
    const name = config.get('appendfilename');
    const many = atLeast(version, 7, 0);
    const dir = many ? `${base}/${config.get('appenddirname')}` : base;
    const file = encodeText(many ? `${dir}/${name}.1.incr.aof` : `${dir}/${name}`);
    const there = p.fs.exists(file);
    if (many && !there) {
      if (!p.fs.exists(encodeText(dir))) p.fs.mkdir(encodeText(dir), 0o755);
      log.say('*', `Creating AOF base file ${name}.1.base.rdb on server start`);
      p.fs.writeFile(encodeText(`${dir}/${name}.1.base.rdb`), toBytes(yield* writeDump([], version, p.now(), () => p.tick())));
      log.say('*', `Creating AOF incr file ${name}.1.incr.aof on server start`);
      p.fs.writeFile(
        encodeText(`${dir}/${name}.manifest`),
        toBytes(`file ${name}.1.base.rdb seq 1 type b\nfile ${name}.1.incr.aof seq 1 type i\n`),
      );
    }
    if (there) {
      yield* this.#load(fromBytes(p.fs.readFile(file)));
      if (many) log.say('*', `Reading RDB base file on AOF loading...`);
      log.say('*', `DB loaded from ${many ? `incr file ${name}.1.incr.aof` : 'append only file'}: 0.000 seconds`);
    }
    this.#fd = p.fs.open(file, { write: true, append: true, create: true }, 0o644);
  }
  *#load(text: ByteString): Step<void> {
    const { p } = this.#server;
    // Read from memory: nothing more comes after it.
    const fd = p.io.install(nullFile());
    const reader = new RespReader(p, fd, text);
    for (let words = yield* reader.command(); words !== undefined; words = yield* reader.command()) replay(this.#server, words);
    p.io.close(fd);
    for (const store of this.#server.stores) store.changes = 0;
  }

  /** Adds a command that has changed database `database`. */
  add(words: readonly ByteString[], database: number): void {
    if (this.#fd === undefined) return;
    const select = database === this.#database ? '' : encodeCommand(['SELECT', String(database)]);
    this.#database = database;
    const { p, log } = this.#server;
    try {
      p.io.at(this.#fd).write(toBytes(select + encodeCommand(words)), p.now());
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      log.say('#', `Error writing to the AOF file: ${error.message}`);
    }
  }
}
