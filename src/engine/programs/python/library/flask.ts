import { cli } from './flask-cli.ts';
import { parts } from './flask-parts.ts';

const application = String.raw`
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

export const flask: Readonly<Record<string, string>> = {
  flask: parts + application,
  'flask.cli': cli,
  'flask.__main__': 'from flask.cli import main\nmain()\n',
};
export const werkzeug: Readonly<Record<string, string>> = {
  werkzeug: '',
  'werkzeug.exceptions':
    'from flask import HTTPException, abort\nclass NotFound(HTTPException):\n    def __init__(self, description=None):\n        super().__init__(404, description)\n',
};
