import { describe, expect, it } from 'vitest';
import { linkedAddress, typedAddress } from './address.ts';
import { type Answer, contentOf, dataAddress } from './content.ts';
import { referencesOf, withReferences } from './css.ts';
import { formRequest } from './form.ts';
import { begin, canMove, moved, went } from './trail.ts';
import { browserWords, sayFailure } from './words.ts';

const answer = (type: string | undefined, body: string): Answer => ({
  status: 200,
  reason: 'OK',
  url: 'http://localhost/',
  headers: type === undefined ? [] : [['Content-Type', type]],
  body: new TextEncoder().encode(body),
});

describe('browser pane', () => {
  it.each([
    ['8080', 'http://localhost:8080/'],
    [':8080/a?b', 'http://localhost:8080/a?b'],
    ['localhost:8080', 'http://localhost:8080/'],
    ['10.0.0.11/x', 'http://10.0.0.11/x'],
    ['https://a.b', 'https://a.b/'],
    ['javascript:alert(1)', undefined],
    ['file:///etc/passwd', undefined],
    ['', undefined],
  ])('RUP-20 typed %j goes to %j', (typed, address) => expect(typedAddress(typed)).toBe(address));

  it('RUP-20 links are seen from their page, and lead nowhere but over HTTP', () => {
    expect(linkedAddress('b.html', 'http://h:1/a/')).toBe('http://h:1/a/b.html');
    expect(linkedAddress('//x/y', 'http://h/')).toBe('http://x/y');
    expect(linkedAddress('JaVaScript:alert(1)', 'http://h/')).toBeUndefined();
    expect(linkedAddress('data:text/html,x', 'http://h/')).toBeUndefined();
  });

  it.each([
    [answer('text/html; charset=utf-8', '<p>é'), { kind: 'html', text: '<p>é' }],
    [answer('application/json', '{"a":1}'), { kind: 'text', text: '{\n  "a": 1\n}' }],
    [answer('application/json', '{a'), { kind: 'text', text: '{a' }],
    [answer('text/plain', '<p>'), { kind: 'text', text: '<p>' }],
    [answer(undefined, '<!DOCTYPE html><p>'), { kind: 'html', text: '<!DOCTYPE html><p>' }],
    [answer(undefined, 'a\u0000b'), { kind: 'bytes', type: 'application/octet-stream', size: 3 }],
    [answer('application/zip', 'PK'), { kind: 'bytes', type: 'application/zip', size: 2 }],
    [answer('text/html', ''), { kind: 'nothing' }],
  ])('RUP-21 content by its type, else by its bytes (%#)', (given, content) => expect(contentOf(given)).toEqual(content));

  it('RUP-22 a style sheet holds what it names, and fetches nothing', () => {
    const css = `@import "a.css"; @import url(b.css) screen; p { background: url( 'c.png' ) } q { background: url(gone.png) } r { background: url(data:x) }`;
    expect(referencesOf(css).map(({ address, kind }) => `${kind} ${address}`)).toEqual([
      'import a.css',
      'import b.css',
      'url c.png',
      'url gone.png',
    ]);
    expect(withReferences(css, new Map([['a.css', 'i{}']]), new Map([['c.png', 'data:image/png;base64,AA==']]))).toBe(
      'i{}  p { background: url("data:image/png;base64,AA==") } q { background: none } r { background: url(data:x) }',
    );
    expect(dataAddress('image/png', Uint8Array.of(0, 255))).toBe('data:image/png;base64,AP8=');
  });

  it('RUP-23 a form asks as a browser would', () => {
    expect(formRequest('get', 'http://h/s?old=1', [['q', 'a b']])).toEqual({ method: 'GET', url: 'http://h/s?q=a+b', headers: [] });
    expect(formRequest('post', 'http://h/s', [['q', 'é']])).toMatchObject({
      method: 'POST',
      body: 'q=%C3%A9',
      headers: [['Content-Type', 'application/x-www-form-urlencoded']],
    });
  });

  it('RUP-24 back and forward; going somewhere new forgets what lay ahead', () => {
    const get = (url: string) => ({ method: 'GET', url, headers: [] });
    const trail = went(went(begin(get('a')), get('b')), get('c'));
    expect([canMove(trail, -1), canMove(trail, 1)]).toEqual([true, false]);
    const back = moved(trail, -1);
    expect(went(back, get('d')).entries.map(({ url }) => url)).toEqual(['a', 'b', 'd']);
    expect(moved(moved(back, -1), -1).at).toBe(0);
  });

  it('RUP-25 a failure says what it means; an unknown one says the engine’s words', () => {
    const t = browserWords('en');
    expect(sayFailure('ECONNREFUSED', 'Connection refused', 'http://localhost:8080/', t)).toContain('nobody listens at localhost:8080');
    expect(sayFailure('EWEIRD', 'odd thing', 'http://localhost/', t)).toBe('The request failed: odd thing');
  });
});
