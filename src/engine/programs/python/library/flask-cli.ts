/** The command `flask`: finds an application and serves it. */
export const cli = String.raw`
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
