import type { Site } from '../internet.ts';

const PAGE = `<!doctype html>
<html>
<head>
    <title>Example Domain</title>

    <meta charset="utf-8" />
    <meta http-equiv="Content-type" content="text/html; charset=utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
</head>

<body>
<div>
    <h1>Example Domain</h1>
    <p>This domain is for use in illustrative examples in documents. You may use this
    domain in literature without prior coordination or asking for permission.</p>
    <p><a href="https://www.iana.org/domains/example">More information...</a></p>
</div>
</body>
</html>
`;

/** The host that examples are made with: one page, whatever is asked. */
export const example: Site = {
  names: ['example.com', 'www.example.com', 'example.org', 'www.example.org', 'example.net', 'www.example.net'],
  address: '93.184.215.14',
  respond: ({ target }) =>
    target === '/' || target === '/index.html'
      ? {
          status: 200,
          headers: [
            ['Content-Type', 'text/html; charset=UTF-8'],
            ['Cache-Control', 'max-age=604800'],
          ],
          body: PAGE,
        }
      : { status: 404, headers: [['Content-Type', 'text/html; charset=UTF-8']], body: PAGE },
};
