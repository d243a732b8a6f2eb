const assert = require('assert');
console.log('hello', 1, 2.5, true, null, undefined, [1, 'a', [2]], { a: 1, b: { c: { d: { e: 1 } } } }, 'x'.repeat(3));
const { a, b: { c = 5 } = {}, ...rest } = { a: 1, x: 2, y: 3 }; console.log(a, c, rest);
const f = (x, y = x * 2, ...z) => [x, y, z]; console.log(f(1), f(1, 2, 3, 4));
class A { #p = 1; static s = 's'; constructor(v) { this.v = v; } get d() { return this.v * 2; } m() { return `m${this.v}${this.#p}`; } static c() { return 'c'; } }
class B extends A { constructor(v) { super(v + 1); this.k = 1; } m() { return super.m() + '!'; } }
const o = new B(1); console.log(o, o.d, o.m(), A.c(), B.s, o instanceof A, typeof A);
function* g(n) { for (let i = 0; i < n; i++) { const r = yield i; if (r) console.log('got', r); } return 'end'; }
const it = g(2); console.log(it.next(), it.next('x'), it.next(), [...g(3)]);
console.log([3, 1, 2].sort(), [1, 2, 3].map((x) => x * 2).filter((x) => x > 2).reduce((s, x) => s + x, 0), [1, [2, [3]]].flat(Infinity));
console.log(new Map([['a', 1], ['b', { x: 1 }]]), new Set([1, 'b']), [undefined, null], [], {}, () => 1, function foo() {}, class Q {}, Symbol('s'), 10n);
try { null.x; } catch (e) { console.log(e.name, e.message, e instanceof TypeError); } finally { console.log('fin'); }
try { undefinedName; } catch (e) { console.log(String(e)); }
try { const q = 1; q = 2; } catch (e) { console.log(e.message); }
console.log('a-b-c'.split('-'), 'abc'.replace(/b/g, (m) => m.toUpperCase()), 'x1y22'.match(/\d+/g), /(\w)(\d)/.exec('a1').slice(0, 3), 'abc'.padStart(5, '*'), 'AbC'.toLowerCase());
console.log(JSON.stringify({ a: [1, { b: 2 }], u: undefined, d: null }), JSON.stringify([1, { a: 2 }], null, 2), JSON.parse('{"x":[1,2]}').x);
console.log(0.1 + 0.2, 1e21, -0, 5 % 3, 2 ** 10, '5' * 2, '5' + 2, 1 / 0, NaN, parseInt('12px'), (12.345).toFixed(1), Number('x'), [] + {}, 1 < 2, '1' == 1, null ?? 'd', o?.zz?.y);
label: for (let i = 0; i < 3; i++) { for (const j of [0, 1]) { if (j === 1) continue label; if (i === 2) break label; console.log(i, j); } }
const fns = []; for (let i = 0; i < 3; i++) fns.push(() => i); console.log(fns.map((x) => x()));
switch (3) { case 1: console.log('1'); case 3: console.log('3'); case 4: console.log('4'); break; default: console.log('d'); }
var hoisted = typeof later; function later() {} console.log(hoisted, (() => { try { return 1; } finally { console.log('x'); } })());
setTimeout(() => console.log('timeout'), 40); setImmediate(() => console.log('immediate')); process.nextTick(() => console.log('tick')); Promise.resolve().then(() => console.log('micro'));
(async () => { console.log('async start'); await null; console.log('after await'); try { await Promise.reject(new Error('no')); } catch (e) { console.log('caught', e.message); } const r = await Promise.all([1, Promise.resolve(2), new Promise((res) => setTimeout(() => res(3), 80))]); console.log(r); for await (const x of [Promise.resolve('p')]) console.log(x); })();
console.log('%s is %d and %j', 'x', 42, { a: 1 }, 'extra'); console.log([1.5, -2, 'str', true], { 'a-b': 1, f() {}, get g() { return 1; } });
console.log([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], ['aaaaaaaaaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 'cccccccccccccccccccccccccc']);
console.log(Object.entries({ a: 1 }), Object.assign({}, { a: 1 }, { b: 2 }), { ...[1, 2] }, Array.from({ length: 3 }, (_, i) => i), [...'héy'], Math.max(1, 3), new Date(0).toISOString(), Buffer.from('hi').toString('base64'), Buffer.from('hi'));
const EventEmitter = require('events'); const e = new EventEmitter(); e.on('x', (v) => console.log('ev', v)); e.emit('x', 1); console.log(require('path').join('/a', '../b', 'c.js'), require('path').extname('x.tar.gz'));
const u = new URL('http://user@h.com:8080/p/a?q=1&r=2#z'); console.log(u.hostname, u.port, u.pathname, u.searchParams.get('r'));
console.log([..."ab"].entries().next(), new Error('msg').message, [1,2,3].includes(2), 'abc'.at(-1), Promise.resolve(4), (async () => {})(), isNaN('x'), [1], [1,2,3].indexOf(3));
