const client = String.raw`
import socket as _socket, _strata
__version__ = _strata.version('redis', '7.1.0')
class RedisError(Exception):
    pass
class ConnectionError(RedisError):
    pass
class TimeoutError(RedisError):
    pass
class AuthenticationError(ConnectionError):
    pass
class ResponseError(RedisError):
    pass
class DataError(RedisError):
    pass
class _Connection:
    def __init__(self, host, port, db, password, timeout):
        self.host, self.port, self.db, self.password, self.timeout, self.socket, self.held = host, port, db, password, timeout, None, b''
    def open(self):
        try:
            self.socket = _socket.socket()
            if self.timeout:
                self.socket.settimeout(self.timeout)
            self.socket.connect((self.host, self.port))
        except _socket.gaierror as error:
            self.socket = None
            raise ConnectionError('Error %d connecting to %s:%d. %s.' % (error.args[0], self.host, self.port, error.args[1]))
        except OSError as error:
            self.socket = None
            raise ConnectionError('Error %d connecting to %s:%d. %s.' % (error.errno, self.host, self.port, error.strerror))
        if self.password:
            self.ask(['AUTH', self.password])
        if self.db:
            self.ask(['SELECT', self.db])
    def close(self):
        if self.socket is not None:
            self.socket.close()
        self.socket, self.held = None, b''
    def ask(self, words):
        if self.socket is None:
            self.open()
        data = ('*%d\r\n' % len(words)).encode()
        for word in words:
            if isinstance(word, bool) or word is None or not isinstance(word, (str, bytes, int, float)):
                raise DataError("Invalid input of type: '%s'. Convert to a bytes, string, int or float first." % type(word).__name__)
            part = word if isinstance(word, bytes) else str(word).encode()
            data += ('$%d\r\n' % len(part)).encode() + part + b'\r\n'
        try:
            self.socket.sendall(data)
            return self.reply()
        except OSError as error:
            self.close()
            raise ConnectionError('Error while reading from %s:%d : (%s, %r)' % (self.host, self.port, error.args[0] if error.args else '', error.strerror))
    def more(self):
        part = self.socket.recv(65536)
        if not part:
            self.close()
            raise ConnectionError('Connection closed by server.')
        self.held += part
    def line(self):
        while b'\r\n' not in self.held:
            self.more()
        at = self.held.find(b'\r\n')
        line, self.held = self.held[:at], self.held[at + 2:]
        return line
    def reply(self):
        line = self.line()
        mark, rest = line[:1], line[1:].decode()
        if mark == b'+':
            return rest
        if mark == b'-':
            kind = rest.partition(' ')[0]
            text = rest.partition(' ')[2] if kind == 'ERR' else rest
            if kind in ('NOAUTH', 'WRONGPASS'):
                raise AuthenticationError('Authentication required.' if kind == 'NOAUTH' else rest.partition(' ')[2])
            return ResponseError(text)
        if mark == b':':
            return int(rest)
        if mark == b'$':
            size = int(rest)
            if size < 0:
                return None
            while len(self.held) < size + 2:
                self.more()
            data, self.held = self.held[:size], self.held[size + 2:]
            return data
        return None if rest == '-1' else [self.reply() for _ in range(int(rest))]
class Redis:
    def __init__(self, host='localhost', port=6379, db=0, password=None, decode_responses=False, socket_timeout=None, socket_connect_timeout=None, charset=None, **options):
        self._connection = _Connection(host, port, db, password, socket_connect_timeout or socket_timeout)
        self._decode = decode_responses
        self._where = (host, port, db)
    @classmethod
    def from_url(cls, url, **options):
        from urllib.parse import urlparse
        parts = urlparse(url)
        userinfo = parts.netloc.rpartition('@')[0]
        db = parts.path.strip('/')
        return cls(parts.hostname or 'localhost', parts.port or 6379, int(db) if db else 0, userinfo.partition(':')[2] or None, **options)
    def __repr__(self):
        return '<redis.client.Redis(<redis.connection.ConnectionPool(<redis.connection.Connection(host=%s,port=%d,db=%d)>)>)>' % self._where
    def _text(self, value):
        if isinstance(value, list):
            return [self._text(each) for each in value]
        return value.decode() if self._decode and isinstance(value, bytes) else value
    def execute_command(self, *words):
        parts = str(words[0]).split() + list(words[1:])
        reply = self._connection.ask(parts)
        if isinstance(reply, ResponseError):
            raise reply
        return self._text(reply)
    def _do(self, *words):
        return self.execute_command(*words)
    def ping(self):
        return self._do('PING') == 'PONG'
    def set(self, name, value, ex=None, px=None, nx=False, xx=False, **options):
        extra = (['EX', ex] if ex else []) + (['PX', px] if px else []) + (['NX'] if nx else []) + (['XX'] if xx else [])
        return True if self._do('SET', name, value, *extra) == 'OK' else None
    def setex(self, name, time, value):
        return self._do('SETEX', name, time, value) == 'OK'
    def incr(self, name, amount=1):
        return self._do('INCRBY', name, amount)
    incrby = incr
    def decr(self, name, amount=1):
        return self._do('DECRBY', name, amount)
    def exists(self, *names):
        return self._do('EXISTS', *names)
    def expire(self, name, time):
        return self._do('EXPIRE', name, time) == 1
    def keys(self, pattern='*'):
        return self._do('KEYS', pattern)
    def mset(self, mapping):
        return self._do('MSET', *[each for pair in mapping.items() for each in pair]) == 'OK'
    def mget(self, keys, *more):
        return self._do('MGET', *(list(keys) if isinstance(keys, (list, tuple)) else [keys]), *more)
    def hset(self, name, key=None, value=None, mapping=None):
        pairs = ([key, value] if key is not None else []) + [each for pair in (mapping or {}).items() for each in pair]
        return self._do('HSET', name, *pairs)
    def hgetall(self, name):
        flat = self._do('HGETALL', name)
        return {flat[i]: flat[i + 1] for i in range(0, len(flat), 2)}
    def smembers(self, name):
        return set(self._do('SMEMBERS', name))
    def sismember(self, name, value):
        return self._do('SISMEMBER', name, value) == 1
    def zadd(self, name, mapping):
        return self._do('ZADD', name, *[each for member, score in mapping.items() for each in (score, member)])
    def zrange(self, name, start, end, withscores=False, desc=False):
        flat = self._do('ZREVRANGE' if desc else 'ZRANGE', name, start, end, *(['WITHSCORES'] if withscores else []))
        return [(flat[i], float(flat[i + 1])) for i in range(0, len(flat), 2)] if withscores else flat
    def info(self, section=None):
        text = self._do('INFO', *([section] if section else []))
        text = text.decode() if isinstance(text, bytes) else text
        return {line.partition(':')[0]: line.partition(':')[2] for line in text.split('\r\n') if ':' in line}
    def flushall(self):
        return self._do('FLUSHALL') == 'OK'
    def flushdb(self):
        return self._do('FLUSHDB') == 'OK'
    def close(self):
        self._connection.close()
    def pipeline(self, *args, **kwargs):
        _strata.not_simulated('redis pipelines')
    def __getattr__(self, name):
        if name in _plain:
            return lambda *args: self._do(name.upper(), *args)
        raise AttributeError("'Redis' object has no attribute '%s'" % name)
_plain = 'get delete append strlen getset lpush rpush lpop rpop llen lrange lindex lrem ltrim sadd srem scard hget hdel hkeys hvals hlen hexists hincrby ttl pttl type dbsize persist rename zrem zscore zcard zincrby echo publish'.split()
def _delete(self, *names):
    return self._do('DEL', *names)
Redis.delete = _delete
StrictRedis = Redis
def from_url(url, **options):
    return Redis.from_url(url, **options)
`;

export const redis: Readonly<Record<string, string>> = {
  redis: `${client}\nfrom redis import exceptions\n`,
  'redis.exceptions': 'from redis import RedisError, ConnectionError, TimeoutError, AuthenticationError, ResponseError, DataError\n',
  'redis.client': 'from redis import Redis, StrictRedis\n',
};
