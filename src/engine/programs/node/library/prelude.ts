/** What of the language's own library is written in the language: functions that call functions. Ours. */
export const prelude = `
(function () {
  const define = (proto, methods) => { for (const name of Object.keys(methods)) Object.defineProperty(proto, name, { value: methods[name], writable: true, enumerable: false }); };
  define(Array.prototype, {
    map(f, t) { const out = []; for (let i = 0; i < this.length; i++) out.push(f.call(t, this[i], i, this)); return out; },
    filter(f, t) { const out = []; for (let i = 0; i < this.length; i++) if (f.call(t, this[i], i, this)) out.push(this[i]); return out; },
    forEach(f, t) { for (let i = 0; i < this.length; i++) f.call(t, this[i], i, this); },
    some(f, t) { for (let i = 0; i < this.length; i++) if (f.call(t, this[i], i, this)) return true; return false; },
    every(f, t) { for (let i = 0; i < this.length; i++) if (!f.call(t, this[i], i, this)) return false; return true; },
    find(f, t) { for (let i = 0; i < this.length; i++) if (f.call(t, this[i], i, this)) return this[i]; },
    findIndex(f, t) { for (let i = 0; i < this.length; i++) if (f.call(t, this[i], i, this)) return i; return -1; },
    findLast(f, t) { for (let i = this.length - 1; i >= 0; i--) if (f.call(t, this[i], i, this)) return this[i]; },
    reduce(f, ...initial) {
      let i = 0, value;
      if (initial.length > 0) value = initial[0];
      else if (this.length === 0) throw new TypeError('Reduce of empty array with no initial value');
      else { value = this[0]; i = 1; }
      for (; i < this.length; i++) value = f(value, this[i], i, this);
      return value;
    },
    reduceRight(f, ...initial) { return [...this].reverse().reduce(f, ...initial); },
    flatMap(f, t) { return this.map(f, t).flat(); },
    sort(f) {
      const less = f ? (a, b) => f(a, b) <= 0 : (a, b) => String(a) <= String(b);
      const merge = (items) => {
        if (items.length < 2) return items;
        const middle = items.length >> 1, left = merge(items.slice(0, middle)), right = merge(items.slice(middle)), out = [];
        let i = 0, j = 0;
        while (i < left.length && j < right.length) {
          if (right[j] === undefined || (left[i] !== undefined && less(left[i], right[j]))) out.push(left[i++]); else out.push(right[j++]);
        }
        while (i < left.length) out.push(left[i++]);
        while (j < right.length) out.push(right[j++]);
        return out;
      };
      const sorted = merge([...this]);
      for (let i = 0; i < sorted.length; i++) this[i] = sorted[i];
      return this;
    },
    toSorted(f) { return [...this].sort(f); },
    toReversed() { return [...this].reverse(); },
  });
  Object.defineProperty(Array, 'from', { value(items, f) {
    let out;
    if (items !== null && items !== undefined && (typeof items === 'string' || items[Symbol.iterator])) out = [...items];
    else { out = []; for (let i = 0; i < (items.length || 0); i++) out.push(items[i]); }
    return f ? out.map((each, i) => f(each, i)) : out;
  } });
  Promise.prototype.finally = function (f) { return this.then((value) => Promise.resolve(f()).then(() => value), (error) => Promise.resolve(f()).then(() => { throw error; })); };
  Promise.all = (items) => new Promise((resolve, reject) => {
    const list = [...items], out = []; let left = list.length;
    if (left === 0) resolve(out);
    list.forEach((each, i) => Promise.resolve(each).then((value) => { out[i] = value; if (--left === 0) resolve(out); }, reject));
  });
  Promise.allSettled = (items) => Promise.all([...items].map((each) => Promise.resolve(each).then((value) => ({ status: 'fulfilled', value }), (reason) => ({ status: 'rejected', reason }))));
  Promise.race = (items) => new Promise((resolve, reject) => { for (const each of items) Promise.resolve(each).then(resolve, reject); });
  Promise.any = (items) => new Promise((resolve, reject) => {
    const list = [...items]; let left = list.length;
    for (const each of list) Promise.resolve(each).then(resolve, () => { if (--left === 0) reject(new Error('All promises were rejected')); });
  });
  for (const name of ['finally']) Object.defineProperty(Promise.prototype, name, { enumerable: false });
  for (const name of ['all', 'allSettled', 'race', 'any']) Object.defineProperty(Promise, name, { enumerable: false });
})();
`;
