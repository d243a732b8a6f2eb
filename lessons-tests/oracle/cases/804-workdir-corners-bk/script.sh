cat > Dockerfile <<'EOD'
FROM busybox
ENV D=/env/dir E=
WORKDIR $D
RUN pwd > /1
WORKDIR ../up
RUN pwd >> /1
WORKDIR rel/a/../b/
RUN pwd >> /1
WORKDIR ${D}/${E}x
RUN pwd >> /1
WORKDIR "/quo ted"
RUN pwd >> /1
WORKDIR 'sq'
RUN pwd >> /1
WORKDIR /a\ b
RUN pwd >> /1
RUN mkdir /real && ln -s /real /ln
WORKDIR /ln/sub
RUN pwd >> /1; pwd -P >> /1
USER nobody
WORKDIR /owned/by
RUN stat -c '%U %a %n' /owned /owned/by > /tmp/2
WORKDIR /
WORKDIR .
WORKDIR ./x/./y
WORKDIR ${NOPE:-/def}
EOD
### build
docker build -q -t t .; echo "exit $?"
docker run --rm t sh -c 'cat /1 /tmp/2; pwd'
### errors
for w in '' '$NOPE' '""' '/etc/passwd/x'; do printf "FROM busybox\nWORKDIR $w\n" > Dockerfile; docker build -q -t w . > /dev/null 2>&1; echo "exit $?"; done
