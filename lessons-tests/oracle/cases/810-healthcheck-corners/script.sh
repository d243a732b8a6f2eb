b() { printf "FROM busybox\n$1\n" > Dockerfile; docker build -q -t t . > /dev/null 2>&1; echo "exit $?"; docker image inspect -f '{{json .Config.Healthcheck}}' t; }
### fine
b 'HEALTHCHECK CMD true'; b 'HEALTHCHECK CMD ["true", "x"]'; b 'HEALTHCHECK NONE'; b 'HEALTHCHECK none'; b 'healthcheck --interval=1m30s --timeout=500ms --start-period=1h --start-interval=2s --retries=5 cmd exit 1'; b 'HEALTHCHECK --retries=0 CMD true'; b 'HEALTHCHECK --interval=0s CMD true'; b 'HEALTHCHECK CMD true\nHEALTHCHECK NONE'; b 'HEALTHCHECK CMD []'; b 'HEALTHCHECK CMD a \\\n && b'
### bad
b 'HEALTHCHECK'; b 'HEALTHCHECK CMD'; b 'HEALTHCHECK true'; b 'HEALTHCHECK NONE x'; b 'HEALTHCHECK --interval=1 CMD x'; b 'HEALTHCHECK --interval=-1s CMD x'; b 'HEALTHCHECK --interval=1us CMD x'; b 'HEALTHCHECK --retries=x CMD x'; b 'HEALTHCHECK --retries=-1 CMD x'; b 'HEALTHCHECK --bogus=1 CMD x'; b 'HEALTHCHECK --interval 1s CMD x'; b 'HEALTHCHECK --interval=1s NONE'
### run flags
printf 'FROM busybox\nHEALTHCHECK --interval=7s --retries=2 CMD img\n' > Dockerfile; docker build -q -t h . > /dev/null
c() { docker create "$@" > ../id && docker inspect -f '{{json .Config.Healthcheck}}' $(cat ../id); echo "exit $?"; }
c --health-cmd 'x y' h; c --no-healthcheck h; c --health-interval 3s h; c --health-cmd a --health-timeout 2s --health-retries 9 --health-start-period 4s --health-start-interval 1s busybox; c --health-interval 3s busybox; c --no-healthcheck --health-cmd x h; c --health-interval -1s h; c --health-retries -1 h; c --health-cmd none h; c --health-cmd '' h
