try() { printf 'FROM busybox\n%s\n' "$1" > Dockerfile; docker build -q . 2>&1 >/dev/null | tail -n 1; }
### RUN
try 'RUN --foo=1 true'
### COPY
try 'COPY --foo Dockerfile /'
### ADD
try 'ADD --foo=x Dockerfile /'
### ENV
try 'ENV --foo=1 A=b'
### CMD
try 'CMD --foo true'
### HEALTHCHECK
try 'HEALTHCHECK --foo=1 CMD true'
### twice
try 'COPY --chown=1 --chown=2 Dockerfile /'
### without value
try 'COPY --chown Dockerfile /'
### chmod
try 'COPY --chmod=755 Dockerfile /'
### link
try 'COPY --link Dockerfile /'
