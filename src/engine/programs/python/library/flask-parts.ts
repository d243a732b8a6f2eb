/** What Flask is made of: requests, responses, rules. Python text; flask.ts goes on with it. */
export const parts = String.raw`
import _strata, json as _json, os as _os, sys as _sys, traceback as _traceback
from urllib.parse import parse_qsl as _parse_qsl, unquote as _unquote, quote as _quote
from http.server import _reasons
import logging as _logging
__version__ = _strata.version('flask', '3.1.2')
_new = tuple(int(n) for n in __version__.split('.')[:2]) >= (2, 2)
_explain = {
    400: 'The browser (or proxy) sent a request that this server could not understand.',
    401: 'The server could not verify that you are authorized to access the URL requested. You either supplied the wrong credentials (e.g. a bad password), or your browser doesn\'t understand how to supply the credentials required.',
    403: 'You don\'t have the permission to access the requested resource. It is either read-protected or not readable by the server.',
    404: 'The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.',
    405: 'The method is not allowed for the requested URL.',
    415: 'Did not attempt to load JSON data because the request Content-Type was not \'application/json\'.',
    500: 'The server encountered an internal error and was unable to complete your request. Either the server is overloaded or there is an error in the application.',
}
_titles = {500: 'Internal Server Error', 404: 'Not Found', 405: 'Method Not Allowed'}
class HTTPException(Exception):
    def __init__(self, code=500, description=None):
        self.code, self.name = code, _reasons.get(code, 'Unknown Error')
        self.description = description or _explain.get(code, self.name)
        self.response = None
    def __str__(self):
        return '%d %s: %s' % (self.code, self.name, self.description)
def escape(text):
    return str(text).replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;').replace('"', '&#34;').replace("'", '&#39;')
def abort(code, description=None):
    raise HTTPException(code, description)
class _Multi(dict):
    def __init__(self, pairs):
        super().__init__()
        self._pairs = pairs
        for key, value in pairs:
            self.setdefault(key, value)
    def getlist(self, key):
        return [value for name, value in self._pairs if name == key]
    def get(self, key, default=None, type=None):
        if key not in self:
            return default
        try:
            return type(self[key]) if type else self[key]
        except ValueError:
            return default
    def __missing__(self, key):
        raise HTTPException(400)
class _Headers:
    def __init__(self, pairs=()):
        self._pairs = list(pairs)
    def get(self, name, default=None):
        for key, value in self._pairs:
            if key.lower() == name.lower():
                return value
        return default
    def __getitem__(self, name):
        value = self.get(name)
        if value is None:
            raise KeyError(name)
        return value
    def __setitem__(self, name, value):
        self._pairs = [(k, v) for k, v in self._pairs if k.lower() != name.lower()] + [(name, str(value))]
    def __contains__(self, name):
        return self.get(name) is not None
    def __iter__(self):
        return iter(list(self._pairs))
    def add(self, name, value):
        self._pairs.append((name, str(value)))
    def items(self):
        return list(self._pairs)
    def update(self, other):
        for key, value in (other.items() if hasattr(other, 'items') else other):
            self[key] = value
class _Request:
    def __init__(self, method, target, version, headers, body, address):
        self.method, self.remote_addr, self.data = method, address, body
        path, _, query = target.partition('?')
        self.path, self.query_string, self.full_path = _unquote(path), query.encode(), target
        self.headers = _Headers(headers)
        self.args = _Multi(_parse_qsl(query))
        self.host = self.headers.get('Host', 'localhost')
        self.host_url = self.url_root = 'http://%s/' % self.host
        self.base_url = 'http://%s%s' % (self.host, path)
        self.url = 'http://%s%s' % (self.host, target)
        self.scheme = 'http'
        self.content_type = self.headers.get('Content-Type')
        self.mimetype = (self.content_type or '').partition(';')[0].strip()
        self.is_json = self.mimetype == 'application/json'
        self.form = _Multi(_parse_qsl(body.decode()) if self.mimetype == 'application/x-www-form-urlencoded' else [])
        self.cookies = dict(part.strip().partition('=')[::2] for part in self.headers.get('Cookie', '').split(';') if '=' in part)
        self.values, self.user_agent, self.endpoint, self.view_args = self.args, self.headers.get('User-Agent', ''), None, {}
    def get_data(self, as_text=False):
        return self.data.decode() if as_text else self.data
    def get_json(self, force=False, silent=False):
        if not (self.is_json or force):
            if silent:
                return None
            raise HTTPException(415)
        try:
            return _json.loads(self.data)
        except ValueError:
            if silent:
                return None
            raise HTTPException(400)
    @property
    def json(self):
        return self.get_json()
class _Context:
    now = None
    app = None
class _Proxy:
    def __init__(self, name):
        object_name = name
        self.__dict__
        _proxies[id(self)] = name
    def __getattr__(self, name):
        current = getattr(_Context, _proxies[id(self)])
        if current is None:
            raise RuntimeError('Working outside of %s context.' % ('request' if _proxies[id(self)] == 'now' else 'application'))
        return getattr(current, name)
_proxies = {}
request = _Proxy('now')
current_app = _Proxy('app')
class _Globals:
    def get(self, name, default=None):
        return getattr(self, name, default)
g = _Globals()
session = {}
class Response:
    default_mimetype = 'text/html'
    def __init__(self, response=b'', status=200, headers=None, mimetype=None, content_type=None):
        if isinstance(response, str):
            response = response.encode()
        elif not isinstance(response, bytes):
            response = b''.join(part.encode() if isinstance(part, str) else part for part in response)
        self.data, self.status_code = response, int(str(status).split()[0])
        self.headers = _Headers()
        kind = content_type or mimetype or self.default_mimetype
        if kind.startswith('text/') and 'charset' not in kind:
            kind += '; charset=utf-8'
        self.headers['Content-Type'] = kind
        self.headers.update(headers or {})
    @property
    def status(self):
        return '%d %s' % (self.status_code, _reasons.get(self.status_code, 'UNKNOWN').upper())
    def get_data(self, as_text=False):
        return self.data.decode() if as_text else self.data
    @property
    def text(self):
        return self.data.decode()
    @property
    def json(self):
        return _json.loads(self.data)
    def get_json(self):
        return self.json
    def set_cookie(self, name, value='', **options):
        self.headers.add('Set-Cookie', '%s=%s; Path=/' % (name, value))
def jsonify(*args, **kwargs):
    value = kwargs if kwargs else args[0] if len(args) == 1 else list(args)
    return Response(_json.dumps(value, sort_keys=False if _new and False else True, separators=(',', ':')) + '\n', mimetype='application/json')
def make_response(*args):
    return _Context.app.make_response(args[0] if len(args) == 1 else args)
def redirect(location, code=302):
    shown = escape(location)
    body = '<!doctype html>\n<html lang=en>\n<title>Redirecting...</title>\n<h1>Redirecting...</h1>\n<p>You should be redirected automatically to the target URL: <a href="%s">%s</a>. If not, click the link.\n' % (shown, shown)
    return Response(body, code, {'Location': location})
def url_for(endpoint, **values):
    for rule in _Context.app._rules:
        if rule.endpoint == endpoint:
            return rule.build(values)
    raise HTTPException(500, 'Could not build url for endpoint %r.' % endpoint)
def send_from_directory(directory, path, **options):
    return send_file(_os.path.join(directory, path))
def send_file(path, mimetype=None, **options):
    if not _os.path.isfile(path):
        raise HTTPException(404)
    with open(path, 'rb') as file:
        return Response(file.read(), mimetype=mimetype or _strata.mime(path) or 'application/octet-stream')
class _Rule:
    def __init__(self, rule, endpoint, methods):
        self.rule, self.endpoint, self.methods = rule, endpoint, methods
        self.parts, rest = [], rule
        while '<' in rest:
            before, _, rest = rest.partition('<')
            inner, _, rest = rest.partition('>')
            kind, colon, name = inner.partition(':')
            self.parts += [before, (kind if colon else 'string', name if colon else kind)]
        self.parts.append(rest)
    def match(self, path):
        return self._match(path, 0, {})
    def _match(self, path, index, values):
        part = self.parts[index]
        if isinstance(part, str):
            if not path.startswith(part):
                return None
            rest = path[len(part):]
            if index == len(self.parts) - 1:
                return values if rest == '' else None
            return self._match(rest, index + 1, values)
        kind, name = part
        following = self.parts[index + 1]
        end = len(path) if following == '' and kind == 'path' else path.find('/') if path.find('/') >= 0 and kind != 'path' else len(path)
        if following and kind != 'path' and following[0] != '/' and following in path:
            end = path.find(following)
        text = path[:end]
        if not text:
            return None
        if kind == 'int':
            if not text.isdigit():
                return None
            value = int(text)
        elif kind == 'float':
            try:
                value = float(text)
            except ValueError:
                return None
        else:
            value = text
        return self._match(path[end:], index + 1, {**values, name: value})
    def build(self, values):
        left = dict(values)
        url = ''.join(part if isinstance(part, str) else _quote(str(left.pop(part[1]))) for part in self.parts)
        return url + ('?' + '&'.join('%s=%s' % pair for pair in left.items()) if left else '')
class _Config(dict):
    def from_object(self, value):
        for name in dir(value):
            if name.isupper():
                self[name] = getattr(value, name)
    def from_mapping(self, *args, **kwargs):
        self.update(*args, **kwargs)
`;
