mkdir d; echo a > f; echo a > g; ln -s f l; touch d/e; printf 'FROM busybox\nCOPY f /x\n' > Dockerfile; docker build -q . > /dev/null
b() { printf 'FROM busybox\n%s\n' "$1" > Dockerfile; docker build . 2>/dev/null | grep -c 'Using cache'; }
### the same
b 'COPY f /x'
### another name with the same content
b 'COPY g /x'
### through a link
b 'COPY l /x'
### other destination
b 'COPY f /y'
### chown
b 'COPY --chown=1:1 f /x'; b 'COPY --chown=1:1 f /x'
### ADD instead
b 'ADD f /x'
### directory
b 'COPY d /d'; touch d/e; b 'COPY d /d'; mkdir d/new; b 'COPY d /d'; rmdir d/new; b 'COPY d /d'
### mode
chmod 600 f; b 'COPY f /x'; chmod 644 f; b 'COPY f /x'
### wildcard
b 'COPY [f] /w/'; touch f; b 'COPY [f] /w/'; b 'COPY f /w/'
