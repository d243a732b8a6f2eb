const server = String.raw`
import _strata, os as _os, sys as _sys, time as _time
from urllib.parse import unquote as _unquote
_reasons = {200: 'OK', 201: 'Created', 204: 'No Content', 206: 'Partial Content', 301: 'Moved Permanently', 302: 'Found', 303: 'See Other', 304: 'Not Modified', 307: 'Temporary Redirect', 308: 'Permanent Redirect', 400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed', 409: 'Conflict', 410: 'Gone', 415: 'Unsupported Media Type', 418: "I'm a teapot", 422: 'Unprocessable Entity', 429: 'Too Many Requests', 500: 'Internal Server Error', 501: 'Not Implemented', 502: 'Bad Gateway', 503: 'Service Unavailable'}
class _Headers:
    def __init__(self, items):
        self._items = items
    def get(self, name, default=None):
        for key, value in self._items:
            if key.lower() == name.lower():
                return value
        return default
    def __getitem__(self, name):
        return self.get(name)
    def __contains__(self, name):
        return self.get(name) is not None
    def items(self):
        return list(self._items)
class _Body:
    def __init__(self, data):
        self._data = data
    def read(self, size=-1):
        data, self._data = (self._data, b'') if size is None or size < 0 else (self._data[:size], self._data[size:])
        return data
class _Out:
    def __init__(self, fd):
        self._fd = fd
    def write(self, data):
        _strata.send(self._fd, data)
        return len(data)
    def flush(self):
        pass
class BaseHTTPRequestHandler:
    protocol_version = 'HTTP/1.0'
    server_version = 'BaseHTTP/0.6'
    sys_version = 'Python/' + _sys.version.split()[0]
    error_message_format = '''<!DOCTYPE HTML>
<html lang="en">
    <head>
        <meta charset="utf-8">
        <title>Error response</title>
    </head>
    <body>
        <h1>Error response</h1>
        <p>Error code: %(code)d</p>
        <p>Message: %(message)s.</p>
        <p>Error code explanation: %(code)s - %(explain)s.</p>
    </body>
</html>
'''
    _explain = {404: 'Nothing matches the given URI', 501: 'Server does not support this operation', 400: 'Bad request syntax or unsupported method', 403: 'Request forbidden -- authorization will not help'}
    def __init__(self, request, client_address, server):
        self.client_address, self.server, self._buffer = client_address, server, []
        self.wfile = _Out(request)
        found = _strata.request(request)
        if found is None:
            return
        if found is False:
            self.requestline, self.command = '', None
            self.send_error(400)
            return
        self.command, self.path, self.request_version, headers, body = found
        self.requestline = '%s %s %s' % (self.command, self.path, self.request_version)
        self.headers, self.rfile = _Headers(headers), _Body(body)
        method = getattr(self, 'do_' + self.command, None)
        if method is None:
            self.send_error(501, 'Unsupported method (%r)' % self.command)
            return
        method()
    def version_string(self):
        return self.server_version + ' ' + self.sys_version
    def date_time_string(self, timestamp=None):
        return _strata.http_date(_time.time() if timestamp is None else timestamp)
    def log_date_time_string(self):
        return _time.strftime('%d/%b/%Y %H:%M:%S')
    def address_string(self):
        return self.client_address[0]
    def log_message(self, format, *args):
        _sys.stderr.write('%s - - [%s] %s\n' % (self.address_string(), self.log_date_time_string(), format % args))
    def log_request(self, code='-', size='-'):
        self.log_message('"%s" %s %s', self.requestline, str(code), str(size))
    def log_error(self, format, *args):
        self.log_message(format, *args)
    def send_response(self, code, message=None):
        self.log_request(code)
        self.send_response_only(code, message)
        self.send_header('Server', self.version_string())
        self.send_header('Date', self.date_time_string())
    def send_response_only(self, code, message=None):
        self._buffer.append('%s %d %s\r\n' % (self.protocol_version, code, _reasons.get(code, '') if message is None else message))
    def send_header(self, name, value):
        self._buffer.append('%s: %s\r\n' % (name, value))
    def end_headers(self):
        self._buffer.append('\r\n')
        self.wfile.write(''.join(self._buffer).encode())
        self._buffer = []
    def send_error(self, code, message=None, explain=None):
        message = _reasons.get(code, '???') if message is None else message
        self.log_error('code %d, message %s', code, message)
        body = (self.error_message_format % {'code': code, 'message': message.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;'), 'explain': self._explain.get(code, message)}).encode()
        self.send_response(code, message)
        self.send_header('Connection', 'close')
        self.send_header('Content-Type', 'text/html;charset=utf-8')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        if self.command != 'HEAD':
            self.wfile.write(body)
class SimpleHTTPRequestHandler(BaseHTTPRequestHandler):
    server_version = 'SimpleHTTP/0.6'
    directory = None
    def do_GET(self):
        body = self._head()
        if body is not None:
            self.wfile.write(body)
    def do_HEAD(self):
        self._head()
    def _head(self):
        path = _unquote(self.path.split('?')[0].split('#')[0])
        parts = [part for part in path.split('/') if part not in ('', '.', '..')]
        file = _os.path.join(self.directory or _os.getcwd(), *parts)
        if _os.path.isdir(file):
            if not path.endswith('/'):
                self.send_response(301)
                self.send_header('Location', self.path.split('?')[0] + '/')
                self.send_header('Content-Length', '0')
                self.end_headers()
                return None
            for index in ('index.html', 'index.htm'):
                if _os.path.isfile(file + '/' + index):
                    file = file + '/' + index
                    break
            else:
                return self._list(file, path)
        if not _os.path.isfile(file) or path.endswith('/'):
            if not _os.path.isfile(file):
                self.send_error(404, 'File not found')
                return None
        try:
            with open(file, 'rb') as opened:
                body = opened.read()
        except OSError:
            self.send_error(404, 'File not found')
            return None
        self.send_response(200)
        self.send_header('Content-type', _strata.mime(file) or 'application/octet-stream')
        self.send_header('Content-Length', str(len(body)))
        self.send_header('Last-Modified', self.date_time_string(_os.path.getmtime(file)))
        self.end_headers()
        return body
    def _list(self, dir, path):
        try:
            names = sorted(_os.listdir(dir), key=lambda name: name.lower())
        except OSError:
            self.send_error(404, 'No permission to list directory')
            return None
        title = 'Directory listing for %s' % path
        rows = []
        for name in names:
            full = _os.path.join(dir, name)
            shown = name + ('/' if _os.path.isdir(full) else '@' if _os.path.islink(full) else '')
            link = name + ('/' if _os.path.isdir(full) else '')
            rows.append('<li><a href="%s">%s</a></li>' % (link, shown))
        head = ['<!DOCTYPE HTML>', '<html lang="en">', '<head>', '<meta charset="utf-8">', '<title>%s</title>\n</head>' % title, '<body>\n<h1>%s</h1>' % title, '<hr>\n<ul>']
        body = '\n'.join(head + rows + ['</ul>\n<hr>\n</body>\n</html>\n']).encode()
        self.send_response(200)
        self.send_header('Content-type', 'text/html; charset=utf-8')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        return body
class HTTPServer:
    def __init__(self, server_address, RequestHandlerClass):
        self.server_address, self.RequestHandlerClass = server_address, RequestHandlerClass
        self.server_name, self.server_port = server_address
        self.fd = _strata.listen(server_address[0], server_address[1])
        self._stop = False
    def handle_request(self):
        fd, host, port = _strata.accept(self.fd)
        try:
            self.RequestHandlerClass(fd, (host, port), self)
        except Exception:
            import traceback
            _sys.stderr.write('-' * 40 + '\nException occurred during processing of request from %r\n' % ((host, port),))
            traceback.print_exc()
            _sys.stderr.write('-' * 40 + '\n')
        finally:
            _strata.close(fd)
    def serve_forever(self, poll_interval=0.5):
        while not self._stop:
            self.handle_request()
    def shutdown(self):
        self._stop = True
    def server_close(self):
        _strata.close(self.fd)
    def __enter__(self):
        return self
    def __exit__(self, *args):
        self.server_close()
ThreadingHTTPServer = HTTPServer
def _main(args):
    host, port, directory, rest = None, 8000, None, list(args)
    while rest:
        word = rest.pop(0)
        if word in ('-b', '--bind'):
            host = rest.pop(0)
        elif word in ('-d', '--directory'):
            directory = rest.pop(0)
        elif word in ('-h', '--help'):
            print('usage: server.py [-h] [--cgi] [-b ADDRESS] [-d DIRECTORY] [-p VERSION] [port]')
            return
        elif word.startswith('-'):
            _strata.not_simulated('http.server ' + word)
        else:
            try:
                port = int(word)
            except ValueError:
                _sys.stderr.write("usage: server.py [-h] [--cgi] [-b ADDRESS] [-d DIRECTORY] [-p VERSION] [port]\nserver.py: error: argument port: invalid int value: '%s'\n" % word)
                _sys.exit(2)
    SimpleHTTPRequestHandler.directory = directory
    server = HTTPServer((host or '0.0.0.0', port), SimpleHTTPRequestHandler)
    shown = host or '0.0.0.0'
    print('Serving HTTP on %s port %d (http://%s:%d/) ...' % (shown, port, shown, port))
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print('\nKeyboard interrupt received, exiting.')
        _sys.exit(0)
`;

const request = `
import _strata
class HTTPError(OSError):
    def __init__(self, url, code, msg, headers=None):
        self.url, self.code, self.msg, self.headers = url, code, msg, headers
    def __str__(self):
        return 'HTTP Error %s: %s' % (self.code, self.msg)
class URLError(OSError):
    def __init__(self, reason):
        self.reason = reason
    def __str__(self):
        return '<urlopen error %s>' % (self.reason,)
class Request:
    def __init__(self, url, data=None, headers=None, method=None):
        self.full_url, self.data, self.headers = url, data, headers or {}
        self.method = method or ('POST' if data is not None else 'GET')
class _Response:
    def __init__(self, status, headers, body):
        self.status = self.code = status
        self.headers = dict(headers)
        self._body = body
    def read(self):
        return self._body
    def getcode(self):
        return self.status
    def __enter__(self):
        return self
    def __exit__(self, *args):
        return False
def urlopen(url, data=None, timeout=None):
    request = url if isinstance(url, Request) else Request(url, data)
    from http.server import _reasons
    try:
        status, headers, body = _strata.fetch(request.full_url, request.method, [(k, v) for k, v in {'User-Agent': 'Python-urllib/3.12', **request.headers}.items()], request.data or b'')
    except OSError as error:
        raise URLError(error) from error
    if status >= 400:
        raise HTTPError(request.full_url, status, _reasons.get(status, ''), dict(headers))
    return _Response(status, headers, body)
`;
const parse = `
def quote(text, safe='/'):
    keep = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~' + safe
    return ''.join(c if c in keep else ''.join('%%%02X' % b for b in c.encode()) for c in text)
def unquote(text):
    parts = text.split('%')
    data = parts[0].encode()
    for part in parts[1:]:
        try:
            data += bytes([int(part[:2], 16)]) + part[2:].encode()
        except ValueError:
            data += ('%' + part).encode()
    return data.decode()
def unquote_plus(text):
    return unquote(text.replace('+', ' '))
def urlencode(query):
    pairs = query.items() if isinstance(query, dict) else query
    return '&'.join('%s=%s' % (quote(str(k), ''), quote(str(v), '')) for k, v in pairs)
def parse_qsl(text):
    return [(unquote_plus(part.partition('=')[0]), unquote_plus(part.partition('=')[2])) for part in text.split('&') if part]
def parse_qs(text):
    out = {}
    for key, value in parse_qsl(text):
        out.setdefault(key, []).append(value)
    return out
class _Url:
    pass
def urlparse(url):
    out = _Url()
    out.scheme, mark, rest = url.partition('://')
    if not mark:
        out.scheme, rest = '', url
    out.fragment = rest.partition('#')[2]
    rest = rest.partition('#')[0]
    out.query = rest.partition('?')[2]
    rest = rest.partition('?')[0]
    out.netloc, slash, path = rest.partition('/') if mark else ('', '', rest)
    out.path = slash + path
    out.hostname = out.netloc.rpartition('@')[2].partition(':')[0] or None
    port = out.netloc.rpartition('@')[2].partition(':')[2]
    out.port = int(port) if port else None
    return out
urlsplit = urlparse
`;

export const httpServer: Readonly<Record<string, string>> = {
  http: 'class HTTPStatus:\n    OK = 200\n    NOT_FOUND = 404\n',
  'http.server': server,
};
export const urllib: Readonly<Record<string, string>> = {
  urllib: '',
  'urllib.request': request,
  'urllib.parse': parse,
  'urllib.error': 'from urllib.request import HTTPError, URLError\n',
};
