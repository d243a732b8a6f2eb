// Dates and logging, in Python.
export const datetime = `
import time as _time

class timedelta:
    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        self._s = days * 86400 + seconds + microseconds / 1000000 + milliseconds / 1000 + minutes * 60 + hours * 3600 + weeks * 604800
    def total_seconds(self):
        return float(self._s)
    @property
    def days(self):
        return int(self._s // 86400)
    @property
    def seconds(self):
        return int(self._s % 86400)
    @property
    def microseconds(self):
        return int(self._s * 1000000 % 1000000)
    def __add__(self, other):
        return timedelta(seconds=self._s + other._s)
    def __sub__(self, other):
        return timedelta(seconds=self._s - other._s)
    def __mul__(self, n):
        return timedelta(seconds=self._s * n)
    def __eq__(self, other):
        return isinstance(other, timedelta) and self._s == other._s
    def __lt__(self, other):
        return self._s < other._s
    def __str__(self):
        rest = int(self._s % 86400)
        text = '%d:%02d:%02d' % (rest // 3600, rest // 60 % 60, rest % 60)
        if self._s % 1:
            text += '.%06d' % self.microseconds
        return text if self.days == 0 else '%d day%s, %s' % (self.days, '' if abs(self.days) == 1 else 's', text)
    def __repr__(self):
        return 'datetime.timedelta(seconds=%r)' % (self._s,)

class timezone:
    def __repr__(self):
        return 'datetime.timezone.utc'
timezone.utc = timezone()
UTC = timezone.utc

class date:
    def __init__(self, year, month, day):
        self._t = _time._seconds((year, month, day, 0, 0, 0))
        self._split()
    def _split(self):
        parts = _time._parts(self._t)
        self.year, self.month, self.day = parts[0], parts[1], parts[2]
        self._clock = parts[3:6]
    @classmethod
    def today(cls):
        parts = _time.gmtime()
        return cls(parts[0], parts[1], parts[2])
    def strftime(self, format):
        return _time._format(format, self._t)
    def isoformat(self):
        return '%04d-%02d-%02d' % (self.year, self.month, self.day)
    def weekday(self):
        return _time._parts(self._t)[6]
    def isoweekday(self):
        return self.weekday() + 1
    def __str__(self):
        return self.isoformat()
    def __repr__(self):
        return 'datetime.date(%d, %d, %d)' % (self.year, self.month, self.day)
    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)
    def __eq__(self, other):
        return isinstance(other, date) and self._t == other._t
    def __lt__(self, other):
        return self._t < other._t
    def __gt__(self, other):
        return self._t > other._t
    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._at(self._t - other._s)
        return timedelta(seconds=self._t - other._t)
    def __add__(self, other):
        return self._at(self._t + other._s)
    def _at(self, t):
        parts = _time._parts(t)
        return date(parts[0], parts[1], parts[2])
    def __hash__(self):
        return hash(self._t)

class datetime(date):
    def __init__(self, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None):
        self._t = _time._seconds((year, month, day, hour, minute, second)) + microsecond / 1000000
        self.tzinfo = tzinfo
        self._split()
        self.hour, self.minute, self.second = self._clock
        self.microsecond = microsecond
    @classmethod
    def fromtimestamp(cls, t, tz=None):
        p = _time._parts(t)
        return cls(p[0], p[1], p[2], p[3], p[4], p[5], int(t % 1 * 1000000), tz)
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)
    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(_time.time())
    @classmethod
    def today(cls):
        return cls.now()
    def _at(self, t):
        return datetime.fromtimestamp(t, self.tzinfo)
    def timestamp(self):
        return float(self._t)
    def date(self):
        return date(self.year, self.month, self.day)
    def isoformat(self, sep='T'):
        text = '%04d-%02d-%02d%s%02d:%02d:%02d' % (self.year, self.month, self.day, sep, self.hour, self.minute, self.second)
        if self.microsecond:
            text += '.%06d' % self.microsecond
        return text + ('+00:00' if self.tzinfo else '')
    def __str__(self):
        return self.isoformat(' ')
    def __repr__(self):
        return 'datetime.datetime(%d, %d, %d, %d, %d, %d, %d)' % (self.year, self.month, self.day, self.hour, self.minute, self.second, self.microsecond)
`;

export const logging = String.raw`
import sys as _sys
import time as _time
DEBUG, INFO, WARNING, ERROR, CRITICAL = 10, 20, 30, 40, 50
WARN, FATAL, NOTSET = WARNING, CRITICAL, 0
_names = {10: 'DEBUG', 20: 'INFO', 30: 'WARNING', 40: 'ERROR', 50: 'CRITICAL'}
def getLevelName(level):
    return _names.get(level, 'Level %s' % level)
def _level(level):
    if isinstance(level, str):
        for number, name in _names.items():
            if name == level:
                return number
        raise ValueError('Unknown level: %r' % level)
    return level
class Formatter:
    def __init__(self, fmt=None, datefmt=None):
        self.fmt = fmt or '%(message)s'
        self.datefmt = datefmt
    def format(self, record):
        now = _time.time()
        fields = dict(record)
        stamp = _time.strftime(self.datefmt or '%Y-%m-%d %H:%M:%S')
        fields['asctime'] = stamp if self.datefmt else '%s,%03d' % (stamp, int(now % 1 * 1000))
        text = self.fmt % fields
        if record.get('exc'):
            text += '\n' + record['exc'].rstrip('\n')
        return text
class Handler:
    def __init__(self, level=0):
        self.level = level
        self.formatter = None
    def setFormatter(self, formatter):
        self.formatter = formatter
    def setLevel(self, level):
        self.level = _level(level)
    def handle(self, record):
        if record['levelno'] >= self.level:
            self.emit((self.formatter or Formatter()).format(record))
class StreamHandler(Handler):
    def __init__(self, stream=None):
        super().__init__()
        self.stream = stream or _sys.stderr
    def emit(self, text):
        self.stream.write(text + '\n')
        self.stream.flush()
class FileHandler(Handler):
    def __init__(self, filename, mode='a'):
        super().__init__()
        self.file = open(filename, mode)
    def emit(self, text):
        self.file.write(text + '\n')
        self.file.flush()
class Logger:
    def __init__(self, name, parent=None):
        self.name, self.parent, self.level = name, parent, 0 if parent else WARNING
        self.handlers, self.propagate, self.disabled = [], True, False
    def setLevel(self, level):
        self.level = _level(level)
    def addHandler(self, handler):
        if handler not in self.handlers:
            self.handlers.append(handler)
    def getEffectiveLevel(self):
        logger = self
        while logger is not None:
            if logger.level:
                return logger.level
            logger = logger.parent
        return 0
    def isEnabledFor(self, level):
        return level >= self.getEffectiveLevel()
    def log(self, level, msg, *args, **kwargs):
        if not self.isEnabledFor(level) or self.disabled:
            return
        text = str(msg)
        if args:
            text = text % (args[0] if len(args) == 1 and isinstance(args[0], dict) else args)
        exc = None
        if kwargs.get('exc_info'):
            import traceback
            exc = traceback.format_exc()
        record = {'name': self.name, 'levelname': getLevelName(level), 'levelno': level, 'message': text, 'exc': exc, 'process': __import__('os').getpid(), 'threadName': 'MainThread', 'filename': '', 'lineno': 0, 'funcName': '', 'module': ''}
        logger, found = self, False
        while logger is not None:
            for handler in logger.handlers:
                found = True
                handler.handle(record)
            logger = logger.parent if logger.propagate else None
        if not found and level >= WARNING:
            _sys.stderr.write(text + ('\n' + exc.rstrip('\n') if exc else '') + '\n')
    def debug(self, msg, *args, **kwargs):
        self.log(DEBUG, msg, *args, **kwargs)
    def info(self, msg, *args, **kwargs):
        self.log(INFO, msg, *args, **kwargs)
    def warning(self, msg, *args, **kwargs):
        self.log(WARNING, msg, *args, **kwargs)
    warn = warning
    def error(self, msg, *args, **kwargs):
        self.log(ERROR, msg, *args, **kwargs)
    def critical(self, msg, *args, **kwargs):
        self.log(CRITICAL, msg, *args, **kwargs)
    def exception(self, msg, *args, **kwargs):
        self.log(ERROR, msg, *args, exc_info=True)
root = Logger('root')
_loggers = {}
def getLogger(name=None):
    if not name or name == 'root':
        return root
    if name not in _loggers:
        parent = name.rpartition('.')[0]
        _loggers[name] = Logger(name, getLogger(parent) if parent else root)
    return _loggers[name]
def basicConfig(level=None, format=None, datefmt=None, stream=None, filename=None, handlers=None, force=False, filemode='a', encoding=None, style='%'):
    if root.handlers and not force:
        return
    if force:
        root.handlers = []
    for handler in handlers or [FileHandler(filename, filemode) if filename else StreamHandler(stream)]:
        if handler.formatter is None:
            handler.setFormatter(Formatter(format or '%(levelname)s:%(name)s:%(message)s', datefmt))
        root.addHandler(handler)
    if level is not None:
        root.setLevel(level)
def _root(level):
    def write(msg, *args, **kwargs):
        if not root.handlers:
            basicConfig()
        root.log(level, msg, *args, **kwargs)
    return write
debug, info, warning, error, critical = _root(DEBUG), _root(INFO), _root(WARNING), _root(ERROR), _root(CRITICAL)
def exception(msg, *args):
    error(msg, *args, exc_info=True)
def disable(level=CRITICAL):
    root.disabled = True
class NullHandler(Handler):
    def emit(self, text):
        pass
`;
