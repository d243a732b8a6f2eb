import { expect, test } from 'vitest';
import { SIGNALS } from '../../kernel/index.ts';
import { ServiceMachine } from '../../testing/service.ts';
import { programs } from './index.ts';

const FILES = { '/data/keep': '', '/etc/passwd': 'root:x:0:0:root:/root:/bin/sh\n' };
const ENV = { REDIS_VERSION: '7.4.1' };

async function started(args: readonly string[] = [], machine = new ServiceMachine(programs, FILES)) {
  const server = machine.start(['redis-server', ...args], { env: ENV, cwd: '/data' });
  await machine.settle();
  const cli = async (...words: string[]): Promise<string> => {
    const job = await machine.run(['redis-cli', '--no-raw', ...words], { env: ENV });
    return job.out + job.err;
  };
  return { machine, server, cli };
}
const plainLog = (text: string): string => text.replace(/\d\d \w{3} \d{4} \d\d:\d\d:\d\d\.\d{3}/g, 'T');

test('SRV-5 redis starts with its log, saves on SIGTERM and has its data again', async () => {
  const { machine, server, cli } = await started();
  expect(plainLog(server.out)).toContain(
    '2:C T * oO0OoO0OoO0Oo Redis is starting oO0OoO0OoO0Oo\n2:C T * Redis version=7.4.1, bits=64, commit=00000000, modified=1, pid=2, just started\n',
  );
  expect(plainLog(server.out)).toContain(
    '2:M T * Running mode=standalone, port=6379.\n2:M T * Server initialized\n2:M T * Ready to accept connections tcp\n',
  );
  await cli('set', 'a', 'x "y"\n');
  await cli('rpush', 'l', '1', '2');
  await cli('hset', 'h', 'f', 'v');
  await cli('sadd', 's', 'm');
  await cli('zadd', 'z', '1.5', 'm');
  await cli('setex', 'e', '100', 'v');
  machine.signal(server, SIGNALS.TERM);
  await machine.settle();
  expect(server.code()).toBe(0);
  expect(plainLog(server.out)).toMatch(
    /Received SIGTERM scheduling shutdown\.\.\.\n2:M T \* User requested shutdown\.\.\.\n2:M T \* Saving the final RDB snapshot before exiting\.\n2:M T \* DB saved on disk\n2:M T # Redis is now ready to exit, bye bye\.\.\.\n$/,
  );
  expect(machine.text('/data/dump.rdb').slice(0, 9)).toBe('REDIS0009');
  const again = await started([], machine);
  expect(again.server.out).toContain('Done loading RDB, keys loaded: 6, keys expired: 0.');
  expect([
    await again.cli('get', 'a'),
    await again.cli('lrange', 'l', '0', '-1'),
    await again.cli('hgetall', 'h'),
    await again.cli('zscore', 'z', 'm'),
  ]).toEqual(['"x \\"y\\"\\n"\n', '1) "1"\n2) "2"\n', '1) "f"\n2) "v"\n', '"1.5"\n']);
  expect(await again.cli('ttl', 'e')).toMatch(/^\(integer\) (?:9\d|100)\n$/);
});

const TABLE: readonly (readonly [string, string])[] = [
  ['ping', 'PONG'], ['set k 5', 'OK'], ['get k', '"5"'], ['get nope', '(nil)'], ['incr k', '(integer) 6'], ['incrby k 4', '(integer) 10'], ['decr k', '(integer) 9'], ['append k x', '(integer) 2'], ['incr k', '(error) ERR value is not an integer or out of range'],
  ['del k nope', '(integer) 1'], ['exists k', '(integer) 0'], ['lpush l a b', '(integer) 2'], ['lrange l 0 -1', '1) "b"\n2) "a"'], ['llen l', '(integer) 2'], ['rpop l', '"a"'], ['incr l', '(error) WRONGTYPE Operation against a key holding the wrong kind of value'],
  ['foo bar', "(error) ERR unknown command 'foo', with args beginning with: 'bar' "], ['get', "(error) ERR wrong number of arguments for 'get' command"], ['lrange none 0 -1', '(empty array)'], ['type l', 'list'], ['expire l 10', '(integer) 1'], ['ttl none', '(integer) -2'],
  ['hset h a 1 b 2', '(integer) 2'], ['hget h a', '"1"'], ['hincrby h a 5', '(integer) 6'], ['sadd s x x', '(integer) 1'], ['sismember s x', '(integer) 1'], ['zadd z 2 b 1 a', '(integer) 2'], ['zrange z 0 -1 withscores', '1) "a"\n2) "1"\n3) "b"\n4) "2"'],
  ['keys h*', '1) "h"'], ['dbsize', '(integer) 4'], ['set n 1 nx ex 10', 'OK'], ['set n 2 nx', '(nil)'], ['config get port', '1) "port"\n2) "6379"'], ['select 99', '(error) ERR DB index is out of range'], ['xadd a * b c', "(error) ERR strata: 'xadd' is not simulated"],
  ['auth x', '(error) ERR AUTH <password> called without any password configured for the default user. Are you sure your configuration is correct?'], ['flushall', 'OK'], ['dbsize', '(integer) 0'],
]; // biome-ignore format: a table

test('SRV-6 commands answer as the real server and client do', async () => {
  const { machine, cli } = await started();
  for (const [line, wanted] of TABLE) expect([line, await cli(...line.split(' '))]).toEqual([line, `${wanted}\n`]);
  const piped = await machine.run(['redis-cli'], { env: ENV, stdin: 'MULTI\nset a 1\nincr a\nEXEC\nget a\n' });
  expect(piped.out).toBe('OK\nQUEUED\nQUEUED\nOK\n2\n2\n');
});

test('SRV-7 a password, another port, append-only files, and refusals', async () => {
  const { machine, server, cli } = await started(['--port', '7000', '--requirepass', 'sec', '--appendonly', 'yes']);
  expect(await cli('-p', '7000', 'ping')).toBe('(error) NOAUTH Authentication required.\n');
  expect(await cli('ping')).toBe('Could not connect to Redis at 127.0.0.1:6379: Connection refused\n');
  expect(await cli('-p', '7000', '-a', 'sec', '--no-auth-warning', 'set', 'a', '1')).toBe('OK\n');
  expect(machine.text('/data/appendonlydir/appendonly.aof.1.incr.aof')).toBe(
    '*2\r\n$6\r\nSELECT\r\n$1\r\n0\r\n*3\r\n$3\r\nset\r\n$1\r\na\r\n$1\r\n1\r\n',
  );
  const twice = await machine.run(['redis-server', '--port', '7000'], { env: ENV, cwd: '/data' });
  expect([twice.code(), twice.out]).toEqual([
    1,
    expect.stringContaining('# Warning: Could not create server TCP listening socket *:7000: bind: Address already in use\n'),
  ]);
  machine.signal(server, SIGNALS.KILL);
  await machine.settle();
  const again = await started(['--port', '7000', '--appendonly', 'yes'], machine);
  expect(await again.cli('-p', '7000', 'get', 'a')).toBe('"1"\n');
  const wrong = await machine.run(['redis-server', '--foo', 'bar'], { env: ENV });
  expect([wrong.code(), wrong.err]).toEqual([
    1,
    `\n*** FATAL CONFIG FILE ERROR (Redis 7.4.1) ***\nReading the configuration file, at line 2\n>>> 'foo "bar"'\nBad directive or wrong number of arguments\n`,
  ]);
});
