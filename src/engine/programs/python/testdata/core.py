import sys, os, json, re, math
from collections import defaultdict, Counter, namedtuple
print("hello", 1, 2.5, True, None, [1,'a',(1,),{'k':{1}}])
def f(a, b=2, *args, c=3, **kw):
    return a, b, args, c, kw
print(f(1), f(1,2,3,4,c=5,d=6))
class A:
    x = 1
    def __init__(self, v): self.v = v
    def __repr__(self): return f'A({self.v!r})'
    @property
    def double(self): return self.v*2
    @staticmethod
    def s(): return 's'
    @classmethod
    def c(cls): return cls.__name__
    def __add__(self, o): return A(self.v+o.v)
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
class B(A):
    def __init__(self, v):
        super().__init__(v+1)
print(A(3), B(3).double, A.s(), B.c(), A(1)+A(2), A(1)==A(1), sorted([A(3),A(1)]))
print([x*x for x in range(10) if x%2], {k:v for k,v in zip('abc',range(3))}, {1,2,2}, (lambda x: x+1)(4))
def gen(n):
    for i in range(n):
        got = yield i
        if got: print('got', got)
g = gen(3); print(next(g), g.send('x'), list(g))
try:
    1/0
except ZeroDivisionError as e:
    print('err', e, type(e).__name__)
finally:
    print('fin')
print('%s %d %5.2f %-5s|%05d %x' % ('a', 3, 2.345, 'l', 42, 255), '{:>8}|{:<5}|{:^7}|{:,}'.format('x','y','z',1234567), f"{3.14159:.2f} {10:03d} {'q':>3} {1e10} {255:#x}")
a, *b = [1,2,3]; print(a, b)
d = defaultdict(list); d['x'].append(1); print(dict(d), Counter('hello').most_common(2))
P = namedtuple('P', 'x y'); p = P(1, y=2); print(p, p.x, p._asdict())
print(json.dumps({'a': [1, 2.0, None, True], 'b': 'é"'}), json.dumps({'z':1,'a':[]}, indent=2, sort_keys=True), json.loads('{"k": [1, 2.5, "x"]}'))
print(re.findall(r'(\w+)@(\w+)', 'a@b c@d'), re.sub(r'\d+', lambda m: str(int(m.group())*2), 'a1b22'))
print(math.sqrt(2), 2**100, 7//-2, -7%3, 1e16, 0.1+0.2, 10/2, round(2.5), round(2.675, 2), int('ff',16))
with open('x.txt','w') as fh: fh.write('l1\nl2\n')
for line in open('x.txt'): print(line.rstrip())
print(os.path.join('a','b'), os.path.exists('x.txt'), len(sys.argv), os.environ.get('NOPE','d'))
def deco(fn):
    def w(*a, **k):
        print('call', fn.__name__); return fn(*a, **k)
    return w
@deco
def hi(n): return 'hi '+n
print(hi('bob'))
x = 10
def outer():
    x = 1
    def inner():
        nonlocal x
        x += 1
        return x
    return inner() + inner()
print(outer(), x)
print('a,b,,c'.split(','), ' x '.strip(), 'abc'[::-1], 'abc'.upper(), 'x'.join(['1','2']), 'hello'.replace('l','L'), 'abc'.center(9,'*'))
print(sum(range(5)), max([3,1,2]), min('b','a'), any([0,1]), all([]), list(enumerate('ab',1)), list(map(str,[1,2])), list(reversed([1,2])))
print(isinstance(1,int), isinstance(True,int), type(1), type('').__name__, callable(print), hasattr(A,'s'))
while True:
    break
else:
    print('no')
for i in range(3):
    if i == 5: break
else: print('else')
print(b'abc', 'é'.encode(), b'\xc3\xa9'.decode(), bytes([65,66]))
print({**{'a':1}, 'b':2}, [*range(3), 9], not 1, 1 < 2 < 3, 'a' in 'abc', 3 not in [1], None is None)
class E(Exception):
    pass
def foo(a):
    return bar(a) + 1
def bar(b):
    raise E('bad %s' % b)
try:
    foo(1)
except E as e:
    print(repr(e), e.args)
print(type(E), E.__mro__)
from datetime import datetime, timedelta
print(datetime(2020,1,2,3,4,5), datetime(2020,1,2) + timedelta(days=1, hours=2), timedelta(hours=5))
from dataclasses import dataclass
@dataclass
class D:
    x: int
    y: str = 'q'
print(D(1), D(1)==D(1,'q'))
def rec(n):
    return rec(n+1)
try: rec(0)
except RecursionError as e: print('rec', e)
foo({'k': 1}['z'])
