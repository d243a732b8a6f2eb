const events = `
class EventEmitter {
  constructor() { Object.defineProperty(this, '_on', { value: {}, writable: true, enumerable: false }); }
  on(name, f) { if (!this._on) EventEmitter.call2(this); (this._on[name] = this._on[name] || []).push(f); return this; }
  once(name, f) { const g = (...args) => { this.off(name, g); f.apply(this, args); }; g.listener = f; return this.on(name, g); }
  off(name, f) { if (this._on && this._on[name]) this._on[name] = this._on[name].filter((each) => each !== f && each.listener !== f); return this; }
  emit(name, ...args) {
    const list = (this._on && this._on[name]) || [];
    if (list.length === 0 && name === 'error') throw args[0] instanceof Error ? args[0] : new Error('Unhandled error. (' + args[0] + ')');
    for (const f of [...list]) f.apply(this, args);
    return list.length > 0;
  }
  listeners(name) { return [...((this._on && this._on[name]) || [])]; }
  listenerCount(name) { return this.listeners(name).length; }
  removeAllListeners(name) { if (name === undefined) this._on = {}; else if (this._on) delete this._on[name]; return this; }
  setMaxListeners() { return this; }
}
EventEmitter.call2 = (self) => Object.defineProperty(self, '_on', { value: {}, writable: true, enumerable: false });
EventEmitter.prototype.addListener = EventEmitter.prototype.on;
EventEmitter.prototype.removeListener = EventEmitter.prototype.off;
for (const name of ['addListener', 'removeListener']) Object.defineProperty(EventEmitter.prototype, name, { enumerable: false });
EventEmitter.EventEmitter = EventEmitter;
Object.defineProperty(EventEmitter, 'EventEmitter', { enumerable: false });
module.exports = EventEmitter;
`;

const path = `
const normal = (text) => {
  const out = [];
  for (const part of text.split('/')) {
    if (part === '..') { if (out.length > 0 && out[out.length - 1] !== '..') out.pop(); else if (!text.startsWith('/')) out.push('..'); }
    else if (part !== '' && part !== '.') out.push(part);
  }
  return (text.startsWith('/') ? '/' : '') + out.join('/') + (text.endsWith('/') && out.length > 0 ? '/' : '') || '.';
};
const path = {
  sep: '/', delimiter: ':', normalize: normal,
  join: (...parts) => normal(parts.filter((part) => part !== '').join('/') || '.'),
  resolve: (...parts) => { let out = ''; for (const part of parts.reverse()) { if (out.startsWith('/')) break; if (part !== '') out = out === '' ? part : part + '/' + out; } const whole = normal(out.startsWith('/') ? out : process.cwd() + '/' + out); return whole.length > 1 ? whole.replace(/\\/$/, '') : whole; },
  basename: (text, ending) => { const base = text.replace(/\\/+$/, '').split('/').pop(); return ending && base.endsWith(ending) && base !== ending ? base.slice(0, -ending.length) : base; },
  dirname: (text) => { const at = text.replace(/\\/+$/, '').lastIndexOf('/'); return at < 0 ? '.' : at === 0 ? '/' : text.slice(0, at); },
  extname: (text) => { const base = text.split('/').pop(); const at = base.lastIndexOf('.'); return at <= 0 ? '' : base.slice(at); },
  isAbsolute: (text) => text.startsWith('/'),
  relative: (from, to) => { const a = path.resolve(from).split('/').filter(Boolean), b = path.resolve(to).split('/').filter(Boolean); let i = 0; while (i < a.length && a[i] === b[i]) i++; return [...a.slice(i).map(() => '..'), ...b.slice(i)].join('/'); },
  parse: (text) => { const base = path.basename(text), ext = path.extname(text); return { root: text.startsWith('/') ? '/' : '', dir: path.dirname(text), base, ext, name: base.slice(0, base.length - ext.length) }; },
};
path.posix = path;
Object.defineProperty(path, 'posix', { enumerable: false });
module.exports = path;
`;

const http = `
const EventEmitter = require('events');
const net = process.binding;
const STATUS_CODES = { 200: 'OK', 201: 'Created', 202: 'Accepted', 204: 'No Content', 301: 'Moved Permanently', 302: 'Found', 303: 'See Other', 304: 'Not Modified', 307: 'Temporary Redirect', 308: 'Permanent Redirect', 400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed', 409: 'Conflict', 413: 'Payload Too Large', 418: "I'm a Teapot", 422: 'Unprocessable Entity', 429: 'Too Many Requests', 500: 'Internal Server Error', 501: 'Not Implemented', 502: 'Bad Gateway', 503: 'Service Unavailable' };
class IncomingMessage extends EventEmitter {
  constructor(found) {
    super();
    Object.assign(this, { method: found.method, url: found.url, httpVersion: '1.1', headers: found.headers, rawHeaders: [], statusCode: found.status, statusMessage: STATUS_CODES[found.status] });
    this.socket = this.connection = { remoteAddress: found.address, remotePort: found.port };
    Object.defineProperty(this, '_body', { value: found.body, enumerable: false });
    setImmediate(() => { if (this._body.length > 0) this.emit('data', this._encoding ? this._body.toString() : this._body); this.complete = true; this.emit('end'); });
  }
  setEncoding(name) { this._encoding = name; return this; }
  resume() { return this; }
  pipe(target) { this.on('data', (part) => target.write(part)); this.on('end', () => target.end()); return target; }
  [Symbol.asyncIterator]() { const parts = [this._body]; return { next: async () => parts.length > 0 && this._body.length > 0 ? { value: parts.shift(), done: false } : { value: undefined, done: true } }; }
}
class ServerResponse extends EventEmitter {
  constructor(request, done) { super(); this.statusCode = 200; this.headersSent = false; this.finished = this.writableEnded = false; this.req = request; Object.defineProperty(this, '_h', { value: [], writable: true, enumerable: false }); Object.defineProperty(this, '_parts', { value: [], enumerable: false }); Object.defineProperty(this, '_done', { value: done, enumerable: false }); }
  setHeader(name, value) { if (this.headersSent) { const error = new Error('Cannot set headers after they are sent to the client'); error.code = 'ERR_HTTP_HEADERS_SENT'; throw error; } this.removeHeader(name); this._h.push([name, value]); return this; }
  getHeader(name) { const found = this._h.find(([each]) => each.toLowerCase() === String(name).toLowerCase()); return found && found[1]; }
  hasHeader(name) { return this.getHeader(name) !== undefined; }
  getHeaders() { return Object.fromEntries(this._h.map(([name, value]) => [name.toLowerCase(), value])); }
  removeHeader(name) { this._h = this._h.filter(([each]) => each.toLowerCase() !== String(name).toLowerCase()); }
  writeHead(status, message, headers) { this.statusCode = status; const all = typeof message === 'object' ? message : headers; if (typeof message === 'string') this.statusMessage = message; for (const name of Object.keys(all || {})) this.setHeader(name, all[name]); return this; }
  write(part) { this.headersSent = true; this._parts.push(typeof part === 'string' ? Buffer.from(part) : part); return true; }
  end(part, ...rest) {
    if (this.finished) return this;
    const single = this._parts.length === 0;
    if (part !== undefined && part !== null && typeof part !== 'function') this.write(part);
    this.finished = this.writableEnded = this.headersSent = true;
    const body = Buffer.concat(this._parts), lines = [];
    for (const [name, value] of this._h) for (const each of Array.isArray(value) ? value : [value]) lines.push([name, String(each)]);
    if (!this.hasHeader('Date')) lines.push(['Date', net.date()]);
    const keep = this.req._keep;
    lines.push(['Connection', keep ? 'keep-alive' : 'close']);
    if (keep) lines.push(['Keep-Alive', 'timeout=5']);
    const none = this.statusCode === 204 || this.statusCode === 304;
    const chunked = !none && !single && !this.hasHeader('Content-Length');
    if (!none && !this.hasHeader('Content-Length')) lines.push(chunked ? ['Transfer-Encoding', 'chunked'] : ['Content-Length', String(body.length)]);
    this._done(this.statusCode, this.statusMessage || STATUS_CODES[this.statusCode] || 'unknown', lines, this.req.method === 'HEAD' || none ? Buffer.from('') : body, chunked);
    this.emit('finish'); this.emit('close');
    return this;
  }
}
class Server extends EventEmitter {
  constructor(listener) { super(); this.listening = false; if (listener) this.on('request', listener); }
  listen(...args) {
    const done = typeof args[args.length - 1] === 'function' ? args.pop() : undefined;
    const [first, host] = args;
    const port = typeof first === 'object' && first !== null ? first.port : first;
    const address = (typeof first === 'object' && first !== null ? first.host : typeof host === 'string' ? host : undefined);
    if (done) this.once('listening', done);
    let server;
    try {
      server = net.listen(Number(port || 0), address, (found, answer) => {
        const request = new IncomingMessage(found);
        Object.defineProperty(request, '_keep', { value: found.keep, enumerable: false });
        const response = new ServerResponse(request, answer);
        this.emit('request', request, response);
      });
    } catch (error) {
      setImmediate(() => {
        const failed = new Error('listen ' + error.code + ': ' + error.text + ' ' + (address || '::' + ':') + (address ? ':' : '') + port);
        failed.stack = failed.stack.split('\\n')[0].replace('Error: ', 'Error: ') + '\\n    at Server.setupListenHandle [as _listen2] (node:net:1817:16)\\n    at listenInCluster (node:net:1865:12)\\n    at Server.listen (node:net:1953:7)';
        Object.assign(failed, { code: error.code, errno: error.errno, syscall: 'listen', address: address || '::', port: Number(port) });
        this.emit('error', failed);
      });
      return this;
    }
    Object.defineProperty(this, '_s', { value: server, enumerable: false });
    this.listening = true;
    setImmediate(() => this.emit('listening'));
    return this;
  }
  address() { return this._s ? { address: this._s.address === '0.0.0.0' ? '::' : this._s.address, family: 'IPv6', port: this._s.port } : null; }
  close(done) { if (this._s) net.close(this._s.fd); this.listening = false; if (done) this.once('close', done); setImmediate(() => this.emit('close')); return this; }
  setTimeout() { return this; }
  closeAllConnections() {}
}
class ClientRequest extends EventEmitter {
  constructor(options, done) { super(); this._o = options; this._parts = []; if (done) this.once('response', done); }
  write(part) { this._parts.push(Buffer.from(part)); return true; }
  setHeader(name, value) { this._o.headers = { ...this._o.headers, [name]: value }; }
  setTimeout() { return this; }
  destroy() { return this; }
  end(part) {
    if (part) this.write(part);
    const o = this._o;
    const url = o.href || (o.protocol || 'http:') + '//' + (o.hostname || o.host || 'localhost') + (o.port ? ':' + o.port : '') + (o.path || '/');
    net.fetch(url, o.method || 'GET', o.headers || {}, Buffer.concat(this._parts), (error, found) => {
      if (error) { const failed = new Error(error.message); Object.assign(failed, error); delete failed.message2; this.emit('error', failed); return; }
      this.emit('response', new IncomingMessage(found));
    });
    return this;
  }
}
const optionsOf = (url, options) => {
  const base = typeof url === 'string' ? { href: url } : url instanceof URL ? { href: url.href } : url;
  return { ...base, ...(typeof options === 'object' ? options : {}) };
};
const request = (url, options, done) => new ClientRequest(optionsOf(url, options), typeof options === 'function' ? options : done);
const get = (url, options, done) => request(url, options, done).end();
module.exports = { STATUS_CODES, METHODS: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'], Server, IncomingMessage, ServerResponse, ClientRequest, createServer: (options, listener) => new Server(typeof options === 'function' ? options : listener), request, get, globalAgent: {}, Agent: class Agent {} };
`;

const express = `
const http = require('http'), path = require('path'), fs = require('fs');
const matcher = (route, end) => {
  if (route instanceof RegExp) return (text) => { const found = route.exec(text); return found && { params: { ...found.slice(1) }, used: found[0].length }; };
  const names = [];
  const source = String(route).replace(/\\/$/, '').replace(/[.+^$()|[\\]\\\\]/g, '\\\\$&').replace(/\\*/g, '.*').replace(/:(\\w+)/g, (_, name) => { names.push(name); return '([^/]+)'; });
  const test = new RegExp('^' + source + (end ? '/?$' : '(?=/|$)'), 'i');
  return (text) => { const found = test.exec(text); return found && { params: Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(found[i + 1])])), used: found[0].length }; };
};
const escaped = (text) => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
const page = (text) => '<!DOCTYPE html>\\n<html lang="en">\\n<head>\\n<meta charset="utf-8">\\n<title>Error</title>\\n</head>\\n<body>\\n<pre>' + escaped(text).replace(/\\n/g, '<br>').replace(/ {2}/g, ' &nbsp;') + '</pre>\\n</body>\\n</html>\\n';
const fail = (res, status, text) => { const body = page(text); res.statusCode = status; res.setHeader('Content-Security-Policy', "default-src 'none'"); res.setHeader('X-Content-Type-Options', 'nosniff'); res.setHeader('Content-Type', 'text/html; charset=utf-8'); res.setHeader('Content-Length', Buffer.byteLength(body)); res.end(body); };
const methods = ['get', 'post', 'put', 'delete', 'patch', 'options', 'head'];
const types = { html: 'text/html; charset=utf-8', txt: 'text/plain; charset=utf-8', css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', json: 'application/json; charset=utf-8', svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg' };
function dress(req, res, app) {
  req.app = res.app = app; req.res = res; req.originalUrl = req.originalUrl || req.url;
  const at = req.url.indexOf('?');
  req.path = at < 0 ? req.url : req.url.slice(0, at);
  req.query = Object.fromEntries(new URLSearchParams(at < 0 ? '' : req.url.slice(at + 1)).entries());
  req.ip = req.socket.remoteAddress; req.hostname = String(req.headers.host || '').split(':')[0]; req.protocol = 'http'; req.params = {};
  req.get = req.header = (name) => req.headers[name.toLowerCase()];
  res.locals = {};
  res.status = (code) => { res.statusCode = code; return res; };
  res.set = res.header = (name, value) => { if (typeof name === 'object') for (const key of Object.keys(name)) res.setHeader(key, name[key]); else res.setHeader(name, value); return res; };
  res.get = (name) => res.getHeader(name);
  res.type = (kind) => res.set('Content-Type', types[kind] || kind);
  res.append = (name, value) => res.set(name, value);
  res.send = (body) => {
    if (typeof body === 'object' && body !== null && !Buffer.isBuffer(body)) return res.json(body);
    if (typeof body === 'number' || typeof body === 'boolean') return res.json(body);
    const data = Buffer.isBuffer(body) ? body : Buffer.from(body === undefined || body === null ? '' : String(body));
    if (!res.getHeader('Content-Type')) res.setHeader('Content-Type', Buffer.isBuffer(body) ? 'application/octet-stream' : 'text/html; charset=utf-8');
    res.setHeader('Content-Length', data.length);
    res.setHeader('ETag', 'W/"' + data.length.toString(16) + '-' + process.binding.hash(data) + '"');
    res.end(data);
    return res;
  };
  res.json = (value) => { if (!res.getHeader('Content-Type')) res.setHeader('Content-Type', 'application/json; charset=utf-8'); return res.send(JSON.stringify(value)); };
  res.sendStatus = (code) => { res.statusCode = code; res.type('txt'); return res.send(http.STATUS_CODES[code] || String(code)); };
  res.redirect = (a, b) => { const code = b === undefined ? 302 : a, to = b === undefined ? a : b; res.statusCode = code; res.setHeader('Location', to); res.type('txt'); res.send(http.STATUS_CODES[code] + '. Redirecting to ' + to); };
  res.sendFile = (file, options, done) => { try { const full = path.resolve((options && options.root) || '', file); const data = fs.readFileSync(full); if (!res.getHeader('Content-Type')) res.setHeader('Content-Type', types[path.extname(full).slice(1)] || 'application/octet-stream'); res.send(data); } catch (error) { fail(res, 404, 'Error: ' + error.message); } };
  res.render = () => { throw new Error('strata: res.render is not simulated'); };
  res.cookie = (name, value) => res.set('Set-Cookie', name + '=' + encodeURIComponent(value) + '; Path=/');
}
function Router() {
  const layers = [];
  const router = (req, res, done) => run(req, res, done);
  const run = (req, res, done, base = '') => {
    let index = 0;
    const next = (error) => {
      if (error === 'router') return done();
      for (;;) {
        const layer = layers[index++];
        if (!layer) return done(error);
        const text = req.url.split('?')[0];
        const found = layer.match(text);
        if (!found || (layer.method && layer.method !== req.method.toLowerCase() && !(layer.method === 'get' && req.method === 'HEAD'))) continue;
        if (error ? layer.handler.length !== 4 : layer.handler.length === 4) continue;
        req.params = { ...req.params, ...found.params };
        const before = req.url;
        if (!layer.exact && found.used > 0) req.url = req.url.slice(found.used) || '/';
        if (!req.url.startsWith('/')) req.url = '/' + req.url;
        const after = (e) => { req.url = before; next(e); };
        try { const result = error ? layer.handler(error, req, res, after) : layer.handler(req, res, after); if (result && typeof result.then === 'function') result.then(undefined, after); } catch (thrown) { after(thrown); }
        return;
      }
    };
    next();
  };
  router.use = (...args) => { const route = typeof args[0] === 'function' ? '/' : args.shift(); for (const handler of args.flat()) layers.push({ match: matcher(route === '/' ? '' : route, false), handler, exact: false }); return router; };
  const add = (method) => (route, ...handlers) => { for (const handler of handlers.flat()) layers.push({ match: matcher(route, true), handler, method, exact: true }); return router; };
  for (const method of methods) router[method] = add(method);
  router.all = add(undefined);
  router.route = (route) => { const chain = {}; for (const method of methods) chain[method] = (...handlers) => { router[method](route, ...handlers); return chain; }; return chain; };
  return router;
}
function express() {
  const router = Router(), settings = { 'x-powered-by': true, env: process.env.NODE_ENV || 'development' };
  const app = (req, res) => {
    dress(req, res, app);
    if (settings['x-powered-by']) res.setHeader('X-Powered-By', 'Express');
    router(req, res, (error) => {
      if (res.headersSent) return;
      if (!error) return fail(res, 404, 'Cannot ' + req.method + ' ' + req.originalUrl.split('?')[0]);
      const status = error.status || error.statusCode || 500;
      if (settings.env !== 'test') console.error(error.stack || String(error));
      fail(res, status, settings.env === 'production' ? http.STATUS_CODES[status] : error.stack || String(error));
    });
  };
  for (const name of ['use', 'all', 'route', ...methods]) if (name !== 'get') app[name] = (...args) => { const made = router[name](...args); return name === 'route' ? made : app; };
  app.get = (route, ...handlers) => (handlers.length === 0 ? settings[route] : (router.get(route, ...handlers), app));
  app.set = (name, value) => { settings[name] = value; return app; };
  app.enable = (name) => app.set(name, true);
  app.disable = (name) => app.set(name, false);
  app.locals = {};
  app.listen = (...args) => http.createServer(app).listen(...args);
  return app;
}
const body = (accept, read) => (req, res, next) => {
  const kind = String(req.headers['content-type'] || '').split(';')[0];
  req.body = req.body || {};
  if (kind !== accept) return next();
  let text = '';
  req.on('data', (part) => { text += part; });
  req.on('end', () => { try { req.body = text === '' ? {} : read(text); next(); } catch (error) { error.status = 400; next(error); } });
};
express.Router = Router;
express.json = () => body('application/json', JSON.parse);
express.urlencoded = () => body('application/x-www-form-urlencoded', (text) => Object.fromEntries(new URLSearchParams(text).entries()));
express.text = () => body('text/plain', (text) => text);
express.static = (root) => (req, res, next) => {
  if (req.method !== 'GET' && req.method !== 'HEAD') return next();
  let file = path.join(path.resolve(root), path.normalize(decodeURIComponent(req.path.length > req.url.length ? req.url.split('?')[0] : req.url.split('?')[0])));
  try { if (fs.statSync(file).isDirectory()) file = path.join(file, 'index.html'); if (!fs.existsSync(file)) return next(); } catch (error) { return next(); }
  res.setHeader('Accept-Ranges', 'bytes'); res.setHeader('Cache-Control', 'public, max-age=0');
  res.sendFile(file);
};
express.default = express;
module.exports = express;
`;

/** Modules of Node written in JavaScript, by name; `strata:express` is what an installed express leads to. All of it is our own. */
export const library: Readonly<Record<string, string>> = {
  events,
  path,
  http,
  'strata:express': express,
  https: "module.exports = { ...require('http'), createServer() { throw new Error('strata: https servers are not simulated'); } };",
  url: "module.exports = { URL, URLSearchParams, fileURLToPath: (url) => new URL(String(url)).pathname, pathToFileURL: (path) => new URL('file://' + path), parse: (text) => { const url = new URL(text, 'http://localhost'); const local = text.startsWith('/'); return { href: text, protocol: local ? null : url.protocol, host: local ? null : url.host, hostname: local ? null : url.hostname, port: local ? null : url.port, pathname: url.pathname, search: url.search || null, path: url.pathname + url.search, query: arguments[1] === true ? Object.fromEntries(url.searchParams.entries()) : url.search.slice(1) }; } };"
    .replace('parse: (text) =>', 'parse: (text, asObject) =>')
    .replace('arguments[1] === true', 'asObject'),
  util: 'module.exports = { inspect: process.binding.inspect, format: process.binding.format, promisify: (f) => (...args) => new Promise((resolve, reject) => f(...args, (error, value) => (error ? reject(error) : resolve(value)))), inherits: (a, b) => Object.setPrototypeOf(a.prototype, b.prototype), isDeepStrictEqual: (a, b) => JSON.stringify(a) === JSON.stringify(b), types: {} };',
  querystring:
    'module.exports = { parse: (text) => Object.fromEntries(new URLSearchParams(text).entries()), stringify: (value) => new URLSearchParams(value).toString() };',
  assert:
    "const fail = (message) => { const error = new Error(message); error.name = 'AssertionError'; error.code = 'ERR_ASSERTION'; throw error; }; const assert = (value, message) => { if (!value) fail(message || 'The expression evaluated to a falsy value'); }; assert.ok = assert; assert.equal = (a, b, m) => { if (a != b) fail(m || a + ' == ' + b); }; assert.strictEqual = (a, b, m) => { if (a !== b) fail(m || 'Expected values to be strictly equal:\\n\\n' + a + ' !== ' + b + '\\n'); }; assert.deepStrictEqual = assert.deepEqual = (a, b, m) => { if (JSON.stringify(a) !== JSON.stringify(b)) fail(m || 'Expected values to be strictly deep-equal'); }; assert.throws = (f) => { try { f(); } catch { return; } fail('Missing expected exception.'); }; module.exports = assert;",
  timers: 'module.exports = { setTimeout, setInterval, setImmediate, clearTimeout, clearInterval };',
  'timers/promises': 'module.exports = { setTimeout: (ms, value) => new Promise((resolve) => setTimeout(() => resolve(value), ms)) };',
};

/** What `URL` and `URLSearchParams` are. */
export const urlClasses = `
globalThis.URLSearchParams = class URLSearchParams {
  constructor(from = '') {
    const decode = (text) => decodeURIComponent(text.replace(/\\+/g, ' '));
    const pairs = typeof from === 'string' ? from.replace(/^\\?/, '').split('&').filter(Boolean).map((part) => { const at = part.indexOf('='); return at < 0 ? [decode(part), ''] : [decode(part.slice(0, at)), decode(part.slice(at + 1))]; }) : Object.entries(from).map(([key, value]) => [key, String(value)]);
    Object.defineProperty(this, '_p', { value: pairs, writable: true, enumerable: false });
  }
  get(name) { const found = this._p.find(([key]) => key === name); return found ? found[1] : null; }
  getAll(name) { return this._p.filter(([key]) => key === name).map(([, value]) => value); }
  has(name) { return this._p.some(([key]) => key === name); }
  set(name, value) { this.delete(name); this._p.push([name, String(value)]); }
  append(name, value) { this._p.push([name, String(value)]); }
  delete(name) { this._p = this._p.filter(([key]) => key !== name); }
  entries() { return this._p.map((pair) => [...pair])[Symbol.iterator](); }
  keys() { return this._p.map(([key]) => key)[Symbol.iterator](); }
  forEach(f) { for (const [key, value] of this._p) f(value, key, this); }
  [Symbol.iterator]() { return this.entries(); }
  toString() { return this._p.map(([key, value]) => encodeURIComponent(key).replace(/%20/g, '+') + '=' + encodeURIComponent(value).replace(/%20/g, '+')).join('&'); }
};
globalThis.URL = class URL {
  constructor(text, base) {
    let whole = String(text);
    if (!/^[a-z][a-z0-9+.-]*:/i.test(whole)) {
      if (base === undefined) { const error = new TypeError('Invalid URL'); error.code = 'ERR_INVALID_URL'; error.input = whole; throw error; }
      const from = new URL(base);
      whole = from.origin + (whole.startsWith('/') ? whole : from.pathname.replace(/[^/]*$/, '') + whole);
    }
    const found = /^([a-z][a-z0-9+.-]*:)(?:\\/\\/(?:([^/?#@]*)@)?([^/?#:]*)(?::(\\d*))?)?([^?#]*)(\\?[^#]*)?(#.*)?$/i.exec(whole);
    const ports = { 'http:': '80', 'https:': '443' };
    this.protocol = found[1].toLowerCase(); this.username = (found[2] || '').split(':')[0]; this.password = (found[2] || '').split(':')[1] || '';
    this.hostname = (found[3] || '').toLowerCase(); this.port = found[4] && found[4] !== ports[this.protocol] ? found[4] : '';
    this.pathname = found[5] || '/'; this.search = found[6] || ''; this.hash = found[7] || '';
    this.searchParams = new URLSearchParams(this.search);
    this.host = this.hostname + (this.port ? ':' + this.port : ''); this.origin = this.protocol + '//' + this.host;
    this.href = this.origin + this.pathname + this.search + this.hash;
  }
  toString() { return this.href; }
  toJSON() { return this.href; }
};
`;
