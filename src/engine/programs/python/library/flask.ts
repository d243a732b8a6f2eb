const main = String.raw`
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
class _Scaffold:
    def route(self, rule, methods=None, endpoint=None, **options):
        def decorate(func):
            self.add_url_rule(rule, endpoint, func, methods=methods)
            return func
        return decorate
    def get(self, rule, **options):
        return self.route(rule, methods=['GET'], **options)
    def post(self, rule, **options):
        return self.route(rule, methods=['POST'], **options)
    def put(self, rule, **options):
        return self.route(rule, methods=['PUT'], **options)
    def delete(self, rule, **options):
        return self.route(rule, methods=['DELETE'], **options)
    def patch(self, rule, **options):
        return self.route(rule, methods=['PATCH'], **options)
class Blueprint(_Scaffold):
    def __init__(self, name, import_name, url_prefix=None, **options):
        self.name, self.url_prefix, self._later = name, url_prefix, []
    def add_url_rule(self, rule, endpoint=None, view_func=None, methods=None):
        self._later.append((rule, endpoint or view_func.__name__, view_func, methods))
class Flask(_Scaffold):
    def __init__(self, import_name, static_url_path=None, static_folder='static', template_folder='templates', **options):
        self.import_name = self.name = import_name
        if import_name == '__main__':
            self.name = _os.path.splitext(_os.path.basename(_sys.argv[0]))[0] if _sys.argv[0] else 'app'
        self._rules, self.view_functions, self._before, self._after, self._handlers = [], {}, [], [], {}
        self.config = _Config({'DEBUG': False, 'TESTING': False, 'SECRET_KEY': None, 'JSON_SORT_KEYS': True})
        self.root_path = _os.path.dirname(_os.path.abspath(_sys.argv[0] or '.'))
        self.static_folder, self.template_folder, self.debug, self.secret_key = static_folder, template_folder, False, None
        self.logger = _logging.getLogger(self.name)
        self._rules.append(_Rule((static_url_path or '/static') + '/<path:filename>', 'static', ['GET', 'HEAD', 'OPTIONS']))
        self.view_functions['static'] = lambda filename: send_file(_os.path.join(self.root_path, self.static_folder, filename))
    def add_url_rule(self, rule, endpoint=None, view_func=None, methods=None):
        if not rule.startswith('/'):
            raise ValueError("URL rule '%s' must start with a slash." % rule)
        endpoint = endpoint or view_func.__name__
        old = self.view_functions.get(endpoint)
        if old is not None and old is not view_func:
            raise AssertionError('View function mapping is overwriting an existing endpoint function: %s' % endpoint)
        methods = [method.upper() for method in (methods or ['GET'])]
        methods += [extra for extra in (['HEAD'] if 'GET' in methods else []) + ['OPTIONS'] if extra not in methods]
        self._rules.append(_Rule(rule, endpoint, methods))
        self.view_functions[endpoint] = view_func
    def register_blueprint(self, blueprint, url_prefix=None):
        for rule, endpoint, func, methods in blueprint._later:
            self.add_url_rule((url_prefix or blueprint.url_prefix or '') + rule, blueprint.name + '.' + endpoint, func, methods)
    def before_request(self, func):
        self._before.append(func)
        return func
    def after_request(self, func):
        self._after.append(func)
        return func
    def teardown_appcontext(self, func):
        return func
    teardown_request = before_first_request = teardown_appcontext
    def errorhandler(self, code):
        def decorate(func):
            self._handlers[code] = func
            return func
        return decorate
    def app_context(self):
        return _AppContext(self)
    def test_client(self):
        _strata.not_simulated('Flask.test_client()')
    def make_response(self, value):
        status, headers = None, None
        if isinstance(value, tuple):
            if len(value) == 3:
                value, status, headers = value
            elif isinstance(value[1], (dict, list)):
                value, headers = value
            else:
                value, status = value
        if value is None:
            raise TypeError("The view function for '%s' did not return a valid response. The function either returned None or ended without a return statement." % _Context.now.endpoint)
        if isinstance(value, (dict, list)):
            value = jsonify(value)
        elif not isinstance(value, Response):
            if not isinstance(value, (str, bytes)) and not hasattr(value, '__next__'):
                raise TypeError("The view function did not return a valid response. The return type must be a string, dict, list, tuple with headers or status, Response instance, or WSGI callable, but it was a %s." % type(value).__name__)
            value = Response(value)
        if status is not None:
            value.status_code = int(str(status).split()[0])
        if headers:
            value.headers.update(headers)
        return value
    def _page(self, error):
        body = '<!doctype html>\n<html lang=en>\n<title>%d %s</title>\n<h1>%s</h1>\n<p>%s</p>\n' % (error.code, escape(error.name), escape(error.name), escape(error.description))
        if not _new:
            body = '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">\n<title>%d %s</title>\n<h1>%s</h1>\n<p>%s</p>\n' % (error.code, escape(error.name), escape(error.name), escape(error.description))
        return Response(body, error.code)
    def _handle_error(self, error):
        handler = self._handlers.get(getattr(error, 'code', None))
        for kind in type(error).__mro__:
            handler = handler or self._handlers.get(kind)
        if handler is not None:
            return self.make_response(handler(error))
        if isinstance(error, HTTPException):
            return self._page(error)
        _sys.stderr.write('[%s] ERROR in app: Exception on %s [%s]\n%s' % (__import__('time').strftime('%Y-%m-%d %H:%M:%S') + ',000', _Context.now.path, _Context.now.method, _traceback.format_exc()))
        handler = self._handlers.get(500)
        return self.make_response(handler(error)) if handler else self._page(HTTPException(500))
    def dispatch(self, req):
        _Context.now, _Context.app = req, self
        try:
            for func in self._before:
                early = func()
                if early is not None:
                    return self._finish(self.make_response(early))
            allowed = []
            for rule in self._rules:
                values = rule.match(req.path)
                if values is None:
                    continue
                if req.method not in rule.methods:
                    allowed += rule.methods
                    continue
                req.endpoint, req.view_args = rule.endpoint, values
                if req.method == 'OPTIONS':
                    return self._finish(Response(b'', headers={'Allow': ', '.join(sorted(rule.methods))}))
                return self._finish(self.make_response(self.view_functions[rule.endpoint](**values)))
            if allowed:
                response = self._handle_error(HTTPException(405))
                response.headers['Allow'] = ', '.join(sorted(set(allowed)))
                return self._finish(response)
            for rule in self._rules:
                if rule.rule.endswith('/') and rule.match(req.path + '/') is not None:
                    return self._finish(redirect(req.base_url + '/', 308))
            raise HTTPException(404)
        except Exception as error:
            return self._finish(self._handle_error(error))
    def _finish(self, response):
        for func in reversed(self._after):
            response = func(response) or response
        return response
    def run(self, host=None, port=None, debug=None, load_dotenv=True, **options):
        _serve(self, host or '127.0.0.1', int(port or 5000), self.debug if debug is None else debug)
class _AppContext:
    def __init__(self, app):
        self.app = app
    def __enter__(self):
        _Context.app = self.app
        return self
    def __exit__(self, *args):
        return False
    def push(self):
        _Context.app = self.app
def _style(text, *codes):
    return ''.join('\x1b[%dm' % code for code in codes) + text + '\x1b[0m'
def _serve(app, host, port, debug):
    warning = 'This is a development server. Do not use it in a production deployment.'
    if _new:
        print(" * Serving Flask app '%s'" % app.name)
    else:
        print(' * Serving Flask app %s (lazy loading)' % (("'%s'" if __version__.startswith('2') else '"%s"') % app.name))
        print(' * Environment: production')
        print('   WARNING: %s\n   Use a production WSGI server instead.' % warning)
    print(' * Debug mode: %s' % ('on' if debug else 'off'), flush=True)
    if debug:
        _sys.stderr.write('strata: the reloader and the debugger are not simulated\n')
    try:
        fd = _strata.listen(host, port)
    except OSError as error:
        if error.errno == 98:
            _sys.stderr.write('Address already in use\nPort %d is in use by another program. Either identify and stop that program, or start the server with a different port.\n' % port)
        else:
            _sys.stderr.write(error.strerror + '\n')
        _sys.exit(1)
    addresses = (['127.0.0.1'] + [each for each in _strata.addresses()]) if host in ('0.0.0.0', '::') else [host]
    if _new:
        _sys.stderr.write(_style('WARNING: %s Use a production WSGI server instead.' % warning, 31, 1) + '\n')
        if len(addresses) > 1 or host == '0.0.0.0':
            _sys.stderr.write(' * Running on all addresses (%s)\n' % host)
        for address in addresses:
            _sys.stderr.write(' * Running on http://%s:%d\n' % (address, port))
        _sys.stderr.write(_style('Press CTRL+C to quit', 33) + '\n')
    else:
        if host == '0.0.0.0' and __version__.startswith('2'):
            _sys.stderr.write(' * Running on all addresses.\n   WARNING: %s\n' % warning)
        _sys.stderr.write(' * Running on http://%s:%d/ (Press CTRL+C to quit)\n' % (addresses[-1] if __version__.startswith('2') else host, port))
    try:
        while True:
            client, address, _ = _strata.accept(fd)
            found = _strata.request(client)
            try:
                if found:
                    _answer(app, client, address, found)
            finally:
                _strata.close(client)
    except KeyboardInterrupt:
        pass
def _answer(app, client, address, found):
    method, target, version, headers, body = found
    response = app.dispatch(_Request(method, target, version, headers, body, address))
    code = response.status_code
    lines = ['HTTP/1.1 %d %s' % (code, _reasons.get(code, 'UNKNOWN').upper())]
    server = 'Werkzeug/%s Python/%s' % (_strata.version('werkzeug', '3.1.3'), _sys.version.split()[0])
    lines += ['Server: ' + server, 'Date: ' + _strata.http_date()]
    lines += ['%s: %s' % pair for pair in response.headers]
    if code not in (204, 304):
        lines.append('Content-Length: %d' % len(response.data))
    lines.append('Connection: close')
    data = ('\r\n'.join(lines) + '\r\n\r\n').encode()
    if method != 'HEAD' and code not in (204, 304):
        data += response.data
    _strata.send(client, data)
    first = '%s %s %s' % (method, target, version)
    styles = {'2': (), '3': (36,) if code == 304 else (32,), '4': (33,) if code == 404 else (31, 1), '5': (35, 1)}[str(code)[0]]
    if _new or True:
        shown = _style(first, *styles) if styles else first
    _sys.stderr.write('%s - - [%s] "%s" %d -\n' % (address, _strata.clf_date().replace(':', ' ', 1), shown, code))
def render_template_string(source, **values):
    _strata.not_simulated('render_template_string()')
def render_template(name, **values):
    path = _os.path.join(_Context.app.root_path, _Context.app.template_folder, name)
    with open(path) as file:
        text = file.read()
    if '{%' in text:
        _strata.not_simulated('a template with statements (%s)' % name)
    out = ''
    while '{{' in text:
        before, _, rest = text.partition('{{')
        inner, _, text = rest.partition('}}')
        value = values
        for part in inner.strip().split('.'):
            if not part.isidentifier():
                _strata.not_simulated('the template expression {{%s}}' % inner)
            value = value.get(part, '') if isinstance(value, dict) else getattr(value, part, '')
        out += before + escape(value)
    return out + text
`;

const cli = String.raw`
import sys as _sys, os as _os, flask as _flask
def _find(name):
    module_name, _, attribute = name.partition(':')
    module_name = module_name[:-3] if module_name.endswith('.py') else module_name
    _sys.path.insert(0, _os.getcwd())
    try:
        module = __import__(module_name)
    except ModuleNotFoundError as error:
        if getattr(error, 'name', None) == module_name:
            _sys.stderr.write("Usage: flask run [OPTIONS]\nTry 'flask run --help' for help.\n\nError: Could not import '%s'.\n" % module_name)
            _sys.exit(2)
        raise
    for candidate in ([attribute] if attribute else ['app', 'application']):
        found = getattr(module, candidate, None)
        if isinstance(found, _flask.Flask):
            return found, module_name
    for factory in ('create_app', 'make_app'):
        if hasattr(module, factory):
            return getattr(module, factory)(), module_name
    _sys.stderr.write("Usage: flask run [OPTIONS]\nTry 'flask run --help' for help.\n\nError: Failed to find Flask application or factory in module '%s'. Use '%s:name' to specify one.\n" % (module_name, module_name))
    _sys.exit(2)
def main():
    args = _sys.argv[1:]
    name, host, port, debug, command = _os.environ.get('FLASK_APP'), _os.environ.get('FLASK_RUN_HOST', '127.0.0.1'), int(_os.environ.get('FLASK_RUN_PORT', '5000')), _os.environ.get('FLASK_DEBUG') in ('1', 'true'), None
    while args:
        word = args.pop(0)
        option, equals, value = word.partition('=')
        if option in ('--app', '-A', '--host', '-h', '--port', '-p') and not (option == '-h' and not args):
            value = value if equals else args.pop(0)
            if option in ('--app', '-A'):
                name = value
            elif option in ('--host', '-h'):
                host = value
            else:
                port = int(value)
        elif word == '--version':
            import _strata
            print('Python %s\nFlask %s\nWerkzeug %s' % (_sys.version.split()[0], _flask.__version__, _strata.version('werkzeug', '3.1.3')))
            return
        elif word == '--debug':
            debug = True
        elif word in ('--no-debug', '--no-reload', '--reload', '--with-threads'):
            pass
        elif command is None and not word.startswith('-'):
            command = word
        else:
            _sys.stderr.write('strata: flask %s is not simulated\n' % word)
            _sys.exit(2)
    if command != 'run':
        _sys.stderr.write("strata: flask %s is not simulated\n" % (command or ''))
        _sys.exit(2)
    if name is None:
        name = 'wsgi' if _os.path.isfile('wsgi.py') else 'app'
        if not _os.path.isfile(name + '.py'):
            _sys.stderr.write("Usage: flask run [OPTIONS]\nTry 'flask run --help' for help.\n\nError: Could not locate a Flask application. Use the 'flask --app' option, 'FLASK_APP' environment variable, or a 'wsgi.py' or 'app.py' file in the current directory.\n")
            _sys.exit(2)
    app, module_name = _find(name)
    app.name = name
    _flask._serve(app, host, port, debug)
`;

export const flask: Readonly<Record<string, string>> = {
  flask: main,
  'flask.cli': cli,
  'flask.__main__': 'from flask.cli import main\nmain()\n',
};
export const werkzeug: Readonly<Record<string, string>> = {
  werkzeug: '',
  'werkzeug.exceptions':
    'from flask import HTTPException, abort\nclass NotFound(HTTPException):\n    def __init__(self, description=None):\n        super().__init__(404, description)\n',
};
