import { contextlib, copy, dataclasses, enumeration, io, pathlib, threading, typing } from './objects.ts';

const collections = `
class defaultdict(dict):
    def __init__(self, default_factory=None, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.default_factory = default_factory
    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        self[key] = value = self.default_factory()
        return value

class OrderedDict(dict):
    pass

class Counter(dict):
    def __init__(self, items=()):
        super().__init__()
        self.update(items)
    def __missing__(self, key):
        return 0
    def update(self, items=()):
        if isinstance(items, dict):
            for key, count in items.items():
                self[key] = self[key] + count
        else:
            for item in items:
                self[item] = self[item] + 1
    def most_common(self, n=None):
        rows = sorted(self.items(), key=lambda row: row[1], reverse=True)
        return rows if n is None else rows[:n]
    def elements(self):
        for key, count in self.items():
            for _ in range(count):
                yield key

class deque:
    def __init__(self, items=(), maxlen=None):
        self._items = list(items)
        self.maxlen = maxlen
        self._cut(True)
    def _cut(self, left):
        while self.maxlen is not None and len(self._items) > self.maxlen:
            self._items.pop(0 if left else -1)
    def append(self, item):
        self._items.append(item)
        self._cut(True)
    def appendleft(self, item):
        self._items.insert(0, item)
        self._cut(False)
    def extend(self, items):
        for item in items:
            self.append(item)
    def pop(self):
        if not self._items:
            raise IndexError('pop from an empty deque')
        return self._items.pop()
    def popleft(self):
        if not self._items:
            raise IndexError('pop from an empty deque')
        return self._items.pop(0)
    def clear(self):
        self._items.clear()
    def __len__(self):
        return len(self._items)
    def __iter__(self):
        return iter(self._items)
    def __getitem__(self, index):
        return self._items[index]
    def __repr__(self):
        return 'deque(%r)' % (self._items,)

def namedtuple(name, fields):
    if isinstance(fields, str):
        fields = fields.replace(',', ' ').split()
    fields = tuple(fields)
    def __new__(cls, *args, **kwargs):
        values = list(args) + [kwargs[field] for field in fields[len(args):]]
        if len(values) != len(fields):
            raise TypeError('%s.__new__() takes %d positional arguments but %d were given' % (name, len(fields) + 1, len(values) + 1))
        return tuple.__new__(cls, values)
    def __repr__(self):
        return name + '(' + ', '.join('%s=%r' % (field, self[i]) for i, field in enumerate(fields)) + ')'
    def _asdict(self):
        return {field: self[i] for i, field in enumerate(fields)}
    names = {'__new__': staticmethod(__new__), '__repr__': __repr__, '_asdict': _asdict, '_fields': fields}
    for i, field in enumerate(fields):
        names[field] = property(lambda self, i=i: self[i])
    return type(name, (tuple,), names)
`;

const functools = `
def wraps(wrapped):
    def decorate(func):
        func.__wrapped__ = wrapped
        func.__name__ = wrapped.__name__
        func.__doc__ = wrapped.__doc__
        return func
    return decorate

def reduce(func, items, *initial):
    it = iter(items)
    if initial:
        value = initial[0]
    else:
        try:
            value = next(it)
        except StopIteration:
            raise TypeError('reduce() of empty iterable with no initial value') from None
    for item in it:
        value = func(value, item)
    return value

def partial(func, *args, **kwargs):
    def call(*more, **extra):
        return func(*args, *more, **{**kwargs, **extra})
    return call

def lru_cache(maxsize=128, typed=False):
    def decorate(func):
        cache = {}
        @wraps(func)
        def call(*args, **kwargs):
            key = (args, tuple(sorted(kwargs.items())))
            if key not in cache:
                cache[key] = func(*args, **kwargs)
            return cache[key]
        call.cache_clear = cache.clear
        return call
    if callable(maxsize):
        return decorate(maxsize)
    return decorate

cache = lru_cache

def total_ordering(cls):
    if hasattr(cls, '__lt__'):
        cls.__gt__ = lambda a, b: not (a < b or a == b)
        cls.__le__ = lambda a, b: a < b or a == b
        cls.__ge__ = lambda a, b: not a < b
    return cls

def cmp_to_key(compare):
    class Key:
        def __init__(self, value):
            self.value = value
        def __lt__(self, other):
            return compare(self.value, other.value) < 0
    return Key
`;

const itertools = `
def count(start=0, step=1):
    while True:
        yield start
        start += step
def cycle(items):
    saved = list(items)
    while saved:
        for item in saved:
            yield item
def repeat(item, times=None):
    while times is None or times > 0:
        yield item
        if times is not None:
            times -= 1
def chain(*all):
    for items in all:
        for item in items:
            yield item
def islice(items, *args):
    r = slice(*args) if len(args) > 1 else None
    start, stop, step = (args[0], args[1], args[2] if len(args) > 2 else 1) if r else (0, args[0], 1)
    for i, item in enumerate(items):
        if stop is not None and i >= stop:
            return
        if i >= (start or 0) and (i - (start or 0)) % (step or 1) == 0:
            yield item
        if stop is not None and i + 1 >= stop:
            return
def accumulate(items, func=None):
    first = True
    for item in items:
        total = item if first else (total + item if func is None else func(total, item))
        first = False
        yield total
def takewhile(test, items):
    for item in items:
        if not test(item):
            return
        yield item
def dropwhile(test, items):
    dropping = True
    for item in items:
        dropping = dropping and test(item)
        if not dropping:
            yield item
def product(*all, repeat=1):
    rows = [[]]
    for items in [list(each) for each in all] * repeat:
        rows = [row + [item] for row in rows for item in items]
    return iter([tuple(row) for row in rows])
def permutations(items, r=None):
    pool = list(items)
    r = len(pool) if r is None else r
    if r == 0:
        yield ()
        return
    for i in range(len(pool)):
        for rest in permutations(pool[:i] + pool[i + 1:], r - 1):
            yield (pool[i],) + rest
def combinations(items, r):
    pool = list(items)
    if r == 0:
        yield ()
        return
    for i in range(len(pool)):
        for rest in combinations(pool[i + 1:], r - 1):
            yield (pool[i],) + rest
def groupby(items, key=None):
    group, current, first = [], None, True
    for item in items:
        k = item if key is None else key(item)
        if not first and k != current:
            yield current, iter(group)
            group = []
        group.append(item)
        current, first = k, False
    if not first:
        yield current, iter(group)
def zip_longest(*all, fillvalue=None):
    lists = [list(each) for each in all]
    for i in range(max([len(each) for each in lists], default=0)):
        yield tuple(each[i] if i < len(each) else fillvalue for each in lists)
`;

const datetime = `
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

const logging = String.raw`
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

/** Small modules by name. */
export const small: Readonly<Record<string, string>> = {
  collections,
  'collections.abc': 'class Iterable:\n    pass\nclass Mapping:\n    pass\nclass Callable:\n    pass\n',
  functools,
  itertools,
  datetime,
  logging,
  contextlib,
  dataclasses,
  io,
  pathlib,
  threading,
  enum: enumeration,
  copy,
  typing,
  abc: 'class ABC:\n    pass\nclass ABCMeta(type):\n    pass\ndef abstractmethod(func):\n    return func\n',
  string:
    "ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'\nascii_uppercase = ascii_lowercase.upper()\nascii_letters = ascii_lowercase + ascii_uppercase\ndigits = '0123456789'\nhexdigits = digits + 'abcdefABCDEF'\npunctuation = '!\"#$%&\\'()*+,-./:;<=>?@[\\\\]^_`{|}~'\nwhitespace = ' \\t\\n\\r\\x0b\\x0c'\n",
  errno: 'EPERM, ENOENT, EINTR, EACCES, EEXIST, EADDRINUSE, ECONNREFUSED = 1, 2, 4, 13, 17, 98, 111\n',
  textwrap:
    "def dedent(text):\n    lines = text.split('\\n')\n    margin = min([len(line) - len(line.lstrip()) for line in lines if line.strip()], default=0)\n    return '\\n'.join(line[margin:] if line.strip() else '' for line in lines)\n",
  shutil:
    "import os as _os\ndef copyfile(a, b):\n    with open(a, 'rb') as source:\n        data = source.read()\n    with open(b, 'wb') as target:\n        target.write(data)\n    return b\ncopy = copyfile\ndef which(name):\n    for each in _os.environ.get('PATH', '').split(':'):\n        if _os.path.isfile(each + '/' + name):\n            return each + '/' + name\n    return None\n",
};
