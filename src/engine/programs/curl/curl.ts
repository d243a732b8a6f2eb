import { encodeText, fromBytes, type Process, type Run, type Step, SysError } from '../../kernel/index.ts';
import { headerOf } from '../http/index.ts';
import { CurlFailure } from './failure.ts';
import { HELP, VERSION } from './help.ts';
import { METER_HEAD, meterLine } from './meter.ts';
import { type CurlOptions, readOptions } from './options.ts';
import { Output, Sink } from './output.ts';
import { emptyReport, type Report, transfer } from './transfer.ts';
import { type Facts, writeOut } from './write-out.ts';

const TRY = "curl: try 'curl --help' or 'curl --manual' for more information\n";
/** Options that would need what Strata has not. */
const MISSING = ['proxy', 'config', 'cookie-jar', 'continue-at', 'trace-ascii', 'limit-rate', 'interface', 'parallel'];
/** Statuses after which `--retry` tries again, and failures (curl src/tool_operate.c). */
const TRANSIENT = [408, 429, 500, 502, 503, 504];

/** curl 7.88: fetches URLs over the simulated network. */
export function* curl(p: Process): Run {
  p.setDisposition(13, 'ignore');
  const o = readOptions(p.argv.slice(1));
  if (typeof o === 'string') {
    yield* p.write(2, `curl: ${o}\n${TRY}`);
    return 2;
  }
  if (o.has('version') || o.has('help')) {
    yield* p.write(1, o.has('version') ? VERSION : HELP);
    return 0;
  }
  const missing = MISSING.find((name) => o.has(name));
  if (missing !== undefined) {
    yield* p.write(2, `curl: --${missing} is not simulated by Strata\n`);
    return 2;
  }
  if (o.urls.length === 0) {
    yield* p.write(2, TRY);
    return 2;
  }
  if (o.value('stderr') === '-') p.io.dup2(1, 2);
  const out = new Output(p);
  let code = 0;
  for (const [index, url] of o.urls.entries()) {
    code = yield* withRetries(p, o, url, index, out);
    if (code !== 0 && o.has('fail-early')) break;
  }
  try {
    yield* out.flush();
  } catch (error) {
    if (!(error instanceof CurlFailure)) throw error;
    return 23;
  }
  return code;
}

function* withRetries(p: Process, o: CurlOptions, url: string, index: number, out: Output): Run {
  let left = Number(o.value('retry') ?? 0);
  let pause = Number(o.value('retry-delay') ?? 1);
  for (;;) {
    const { code, status } = yield* fetchOne(p, o, url, index, out);
    const refused = code === 7 && o.has('retry-connrefused');
    const transient = code === 28 || code === 6 || refused || (TRANSIENT.includes(status) && (code === 0 || code === 22));
    if (left <= 0 || !(transient || (code !== 0 && o.has('retry-all-errors')))) return code;
    left--;
    const problem = refused
      ? 'connection refused'
      : code === 28
        ? 'timeout'
        : code === 0 || code === 22
          ? 'HTTP error'
          : '(retrying all errors)';
    if (!o.has('silent'))
      yield* p.write(
        2,
        `Warning: Problem : ${problem}. Will retry in ${pause} seconds. ${left} ${left === 1 ? 'retry' : 'retries'} left.\n`,
      );
    yield* p.sleep(pause);
    if (!o.has('retry-delay')) pause = Math.min(pause * 2, 600);
  }
}

function* fetchOne(p: Process, o: CurlOptions, url: string, index: number, out: Output): Step<{ code: number; status: number }> {
  const started = p.now();
  const time = (name: string): number | undefined => {
    const value = Number(o.value(name) ?? 0);
    return value > 0 ? started + value : undefined;
  };
  const clock = { started, deadline: time('max-time'), connectDeadline: time('connect-timeout') };
  const report = emptyReport(url);
  let failure: CurlFailure | undefined;
  let meter = false;
  try {
    const path = outputPath(o, url, index);
    const sink = new Sink(p, out, path);
    meter = !o.has('silent') && !o.has('no-progress-meter') && (path !== undefined || !p.isatty(1));
    if (meter && !o.has('progress-bar'))
      yield* p.write(2, `${METER_HEAD}\r${meterLine({ received: 0, expected: 0, sent: 0, seconds: 0 })}`);
    const dump = o.value('dump-header');
    const headers = dump === undefined ? undefined : new Sink(p, out, dump === '-' ? undefined : dump);
    const verbose = function* (text: string): Step<void> {
      if (o.has('verbose')) yield* p.write(2, text);
    };
    if (/^file:\/\//i.test(url)) yield* localFile(p, url, sink);
    else yield* transfer(p, o, url, report, { sink, headers, verbose }, clock);
    sink.close();
    headers?.close();
  } catch (error) {
    if (error instanceof SysError && error.errno !== 'EINTR') failure = new CurlFailure(23, 'Failure writing output to destination');
    else if (error instanceof CurlFailure) failure = error;
    else throw error;
  }
  const seconds = p.now() - started;
  if (meter && o.has('progress-bar')) {
    if (failure === undefined) yield* p.write(2, `\r${'#'.repeat(72)} 100.0%\n`);
  } else if (meter)
    yield* p.write(2, `\r${meterLine({ received: report.received, expected: report.expected, sent: report.sent, seconds })}\n`);
  if (failure !== undefined && (!o.has('silent') || o.has('show-error'))) yield* p.write(2, `curl: (${failure.code}) ${failure.message}\n`);
  yield* printFacts(p, o, report, failure, seconds, out);
  return { code: failure?.code ?? 0, status: report.status };
}

/** The file that `-o` or `-O` names for the URL at this place; undefined for standard output. */
function outputPath(o: CurlOptions, url: string, index: number): string | undefined {
  const named = o.given.filter(([name]) => name === 'output' || name === 'remote-name');
  const [name, value] = named[index] ?? (o.has('remote-name-all') ? ['remote-name', ''] : ['', '']);
  const dir = o.has('output-dir') ? `${o.value('output-dir')}/` : '';
  if (name === 'output') return value === '-' ? undefined : `${dir}${value}`;
  if (name !== 'remote-name') return undefined;
  const path = url.replace(/^[a-z]+:\/\/[^/?#]*/i, '').split(/[?#]/)[0]!;
  const last = path.slice(path.lastIndexOf('/') + 1);
  if (last === '') throw new CurlFailure(23, 'Failed writing received data to disk/application');
  return `${dir}${last}`;
}

function* localFile(p: Process, url: string, sink: Sink): Step<void> {
  const path = url.slice('file://'.length).replace(/^localhost/, '');
  try {
    yield* sink.write(p.fs.readFile(path));
  } catch (error) {
    if (error instanceof SysError) throw new CurlFailure(37, `Couldn't open file ${path}`);
    throw error;
  }
}

function* printFacts(
  p: Process,
  o: CurlOptions,
  report: Report,
  failure: CurlFailure | undefined,
  seconds: number,
  out: Output,
): Step<void> {
  const given = o.value('write-out');
  if (given === undefined) return;
  const format = given.startsWith('@') ? fromBytes(p.fs.readFile(given.slice(1))) : given;
  const { text, unknown } = writeOut(format, factsOf(report, failure, seconds), (name) => headerOf(report.headers, name) ?? '');
  yield* out.text(encodeText(text));
  for (const name of unknown) yield* p.write(2, `curl: unknown --write-out variable: '${name}'\n`);
}

function factsOf(report: Report, failure: CurlFailure | undefined, seconds: number): Facts {
  const { status, received, sent, url, times } = report;
  const time = (value: number): string => value.toFixed(6);
  return {
    http_code: String(status).padStart(3, '0'),
    response_code: String(status).padStart(3, '0'),
    http_connect: '000',
    http_version: status === 0 ? '0' : '1.1',
    size_download: received,
    size_upload: sent,
    size_header: report.headerBytes,
    size_request: report.requestBytes,
    speed_download: seconds > 0 ? Math.floor(received / seconds) : 0,
    speed_upload: seconds > 0 ? Math.floor(sent / seconds) : 0,
    content_type: headerOf(report.headers, 'Content-Type') ?? '',
    url: report.effective,
    url_effective: /^[a-z]+:\/\//i.test(report.effective)
      ? report.effective
      : `http://${report.effective}${url?.target === '/' && !report.effective.includes('/') ? '/' : ''}`,
    redirect_url: report.redirectUrl,
    num_redirects: report.redirects,
    num_connects: report.connects,
    num_headers: report.headers.length,
    remote_ip: report.remote,
    remote_port: report.remote === '' ? 0 : (url?.port ?? 0),
    local_ip: report.local?.address ?? '',
    local_port: report.local?.port ?? 0,
    scheme: (url?.scheme ?? '').toUpperCase(),
    method: report.method,
    exitcode: failure?.code ?? 0,
    errormsg: failure?.message ?? '',
    time_namelookup: time(times.lookup),
    time_connect: time(times.connect),
    time_appconnect: time(times.tls),
    time_pretransfer: time(times.connect),
    time_starttransfer: time(report.firstByte),
    time_redirect: time(0),
    time_total: time(seconds),
    ssl_verify_result: 0,
    stdout: '',
    stderr: '',
    filename_effective: '',
  };
}
