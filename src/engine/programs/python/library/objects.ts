// Modules about classes, files and types, in Python.
export const contextlib = `
class _Manager:
    def __init__(self, generator):
        self.generator = generator
    def __enter__(self):
        return next(self.generator)
    def __exit__(self, kind, error, trace):
        if kind is None:
            next(self.generator, None)
            return False
        try:
            self.generator.throw(error)
        except StopIteration:
            return True
        except BaseException as other:
            if other is error:
                return False
            raise
        return True
def contextmanager(func):
    def make(*args, **kwargs):
        return _Manager(func(*args, **kwargs))
    return make
class suppress:
    def __init__(self, *kinds):
        self.kinds = kinds
    def __enter__(self):
        return None
    def __exit__(self, kind, error, trace):
        return kind is not None and issubclass(kind, self.kinds)
class closing:
    def __init__(self, thing):
        self.thing = thing
    def __enter__(self):
        return self.thing
    def __exit__(self, *args):
        self.thing.close()
`;

export const dataclasses = `
class _Field:
    def __init__(self, default, factory):
        self.default, self.factory = default, factory
_missing = object()
def field(default=_missing, default_factory=_missing, **kwargs):
    return _Field(default, default_factory)
def dataclass(cls=None, **options):
    def decorate(cls):
        names = []
        for base in reversed(cls.__mro__):
            for name in base.__dict__.get('__annotated__', []):
                if name not in names:
                    names.append(name)
        def __init__(self, *args, **kwargs):
            if len(args) > len(names):
                raise TypeError('%s.__init__() takes %d positional arguments but %d were given' % (cls.__name__, len(names) + 1, len(args) + 1))
            missing = []
            for i, name in enumerate(names):
                default = getattr(cls, name, _missing)
                if i < len(args):
                    value = args[i]
                elif name in kwargs:
                    value = kwargs.pop(name)
                elif isinstance(default, _Field) and default.factory is not _missing:
                    value = default.factory()
                elif isinstance(default, _Field) and default.default is not _missing:
                    value = default.default
                elif default is not _missing and not isinstance(default, _Field):
                    value = default
                else:
                    missing.append(name)
                    continue
                setattr(self, name, value)
            if missing:
                raise TypeError("%s.__init__() missing %d required positional argument%s: %s" % (cls.__name__, len(missing), '' if len(missing) == 1 else 's', ' and '.join(repr(each) for each in missing)))
            for name in kwargs:
                raise TypeError("%s.__init__() got an unexpected keyword argument '%s'" % (cls.__name__, name))
            if hasattr(self, '__post_init__'):
                self.__post_init__()
        def __repr__(self):
            return cls.__name__ + '(' + ', '.join('%s=%r' % (name, getattr(self, name)) for name in names) + ')'
        def __eq__(self, other):
            return type(other) is type(self) and all(getattr(self, name) == getattr(other, name) for name in names)
        if '__init__' not in cls.__dict__:
            cls.__init__ = __init__
        if '__repr__' not in cls.__dict__:
            cls.__repr__ = __repr__
        if '__eq__' not in cls.__dict__:
            cls.__eq__ = __eq__
        cls.__fields = names
        cls.__dataclass_names__ = names
        return cls
    return decorate if cls is None else decorate(cls)
def asdict(value):
    return {name: getattr(value, name) for name in value.__dataclass_names__}
`;

export const io = String.raw`
class StringIO:
    def __init__(self, text=''):
        self._text, self._at = text, 0
    def write(self, text):
        self._text += text
        return len(text)
    def getvalue(self):
        return self._text
    def read(self):
        text, self._at = self._text[self._at:], len(self._text)
        return text
    def readline(self):
        end = self._text.find('\n', self._at) + 1
        end = end or len(self._text)
        line, self._at = self._text[self._at:end], end
        return line
    def __iter__(self):
        line = self.readline()
        while line:
            yield line
            line = self.readline()
    def flush(self):
        pass
    def close(self):
        pass
`;

export const pathlib = `
import os as _os
class Path:
    def __init__(self, *parts):
        self._path = _os.path.normpath(_os.path.join(*[str(part) for part in parts])) if parts else '.'
    def __fspath__(self):
        return self._path
    def __str__(self):
        return self._path
    def __repr__(self):
        return "PosixPath('%s')" % self._path
    def __truediv__(self, other):
        return Path(self._path, str(other))
    def __eq__(self, other):
        return isinstance(other, Path) and self._path == other._path
    def __hash__(self):
        return hash(self._path)
    def __lt__(self, other):
        return self._path < other._path
    @property
    def name(self):
        return _os.path.basename(self._path)
    @property
    def parent(self):
        return Path(_os.path.dirname(self._path) or '.')
    @property
    def suffix(self):
        return _os.path.splitext(self._path)[1]
    @property
    def stem(self):
        return _os.path.splitext(self.name)[0]
    @staticmethod
    def cwd():
        return Path(_os.getcwd())
    def exists(self):
        return _os.path.exists(self._path)
    def is_file(self):
        return _os.path.isfile(self._path)
    def is_dir(self):
        return _os.path.isdir(self._path)
    def resolve(self):
        return Path(_os.path.realpath(self._path))
    absolute = resolve
    def iterdir(self):
        return iter([self / name for name in _os.listdir(self._path)])
    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        if parents:
            _os.makedirs(self._path, exist_ok=exist_ok)
        elif not (exist_ok and self.is_dir()):
            _os.mkdir(self._path)
    def open(self, mode='r'):
        return open(self._path, mode)
    def read_text(self, encoding=None):
        with open(self._path) as file:
            return file.read()
    def write_text(self, text, encoding=None):
        with open(self._path, 'w') as file:
            return file.write(text)
    def unlink(self, missing_ok=False):
        if not missing_ok or self.exists():
            _os.unlink(self._path)
    def touch(self):
        open(self._path, 'a').close()
PosixPath = PurePath = Path
`;

export const threading = `
class Lock:
    def acquire(self, blocking=True, timeout=-1):
        return True
    def release(self):
        pass
    def __enter__(self):
        return True
    def __exit__(self, *args):
        return False
RLock = Lock
def current_thread():
    class Thread:
        name = 'MainThread'
    return Thread()
class Thread:
    def __init__(self, *args, **kwargs):
        raise NotImplementedError('strata: threads are not simulated')
class local:
    pass
`;

export const enumeration = `
class Enum:
    def __init_subclass__(cls):
        cls._members = {}
        for name, value in list(cls.__dict__.items()):
            if name.startswith('_') or callable(value) or isinstance(value, property):
                continue
            member = object.__new__(cls)
            member.name, member.value = name, value
            setattr(cls, name, member)
            cls._members[name] = member
    def __repr__(self):
        return '<%s.%s: %r>' % (type(self).__name__, self.name, self.value)
    def __str__(self):
        return '%s.%s' % (type(self).__name__, self.name)
class IntEnum(Enum):
    pass
class auto:
    pass
`;

export const copy = `
def copy(value):
    if isinstance(value, (list, dict, set)):
        return value.copy()
    return value
def deepcopy(value):
    if isinstance(value, list):
        return [deepcopy(each) for each in value]
    if isinstance(value, dict):
        return {key: deepcopy(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return tuple(deepcopy(each) for each in value)
    if isinstance(value, set):
        return set(value)
    return value
`;

export const typing = `${[
  'Any',
  'List',
  'Dict',
  'Tuple',
  'Set',
  'Optional',
  'Union',
  'Callable',
  'Iterable',
  'Iterator',
  'Generator',
  'Sequence',
  'Mapping',
  'Type',
  'Literal',
  'Final',
  'ClassVar',
  'Annotated',
  'Protocol',
  'Generic',
  'NamedTuple',
  'TypedDict',
]
  .map((name) => `class ${name}:\n    def __class_getitem__(self, item):\n        return ${name}\n`)
  .join('')}TYPE_CHECKING = False\ndef cast(kind, value):\n    return value\ndef TypeVar(name, *args):\n    return Any\n`;
