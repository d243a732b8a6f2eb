import { datetime, logging } from './clocks-and-logs.ts';
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
