mkdir d; touch f g d/x
try() { printf 'FROM busybox\n%s\n' "$1" > Dockerfile; docker build . 2>&1 | tail -n 1 | sed 's#/var/lib/docker/[^ :]*#ROOT#g'; }
### missing
try 'COPY nope /'
### missing of several
try 'COPY f nope /d/'
### no slash
try 'COPY f g /x'
### outside
try 'COPY ../f /'
### outside below
try 'COPY d/../../f /'
### absolute
try 'COPY /f /abs'
### no wildcard match
try 'COPY z* /'
### bad user
try 'COPY --chown=nosuch f /'
### bad group
try 'COPY --chown=root:nosuch f /'
### too negative
try 'COPY --chown=-1 f /'
### empty source
try 'COPY "" /'
### json with one
try 'COPY ["f"]'
### URL
try 'ADD http://127.0.0.1:9/x /x'
### URL without a name
try 'ADD http://127.0.0.1:9/ /x/'
### from with ADD
try 'ADD --from=x f /'
### URL with COPY
try 'COPY http://127.0.0.1:9/x /x'
