cat > Dockerfile <<'XX'
FROM busybox
RUN mkdir -p /v/d && echo 1 > /v/f && ln -s f /v/l && chown -R 5:6 /v && chmod 750 /v
VOLUME /v
CMD find /v | sort | xargs stat -c "%n %F %a %u:%g"
XX
### build
docker build -q -t t . > /dev/null; docker run --rm t
### named
docker run --rm -v n1:/v t; docker run --rm -v n1:/v t sh -c 'echo 2 > /v/f'; docker run --rm -v n1:/x busybox cat /x/f
### nocopy
docker run --rm -v n2:/v:nocopy t
### read-only, subdirectory
docker run --rm -v n1:/v:ro t touch /v/x; echo "exit $?"; docker run --rm -v n3:/v/d t
### volumes left
docker volume ls -q | sort | grep -v '.\{20\}'
docker run --name c1 t > /dev/null; docker volume ls -q | grep -c '.\{20\}'; docker rm -v c1; docker volume ls -q | grep -c '.\{20\}'
