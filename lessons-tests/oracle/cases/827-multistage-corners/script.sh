cat > Dockerfile <<'EOD'
ARG BASE=busybox
FROM $BASE AS one
RUN echo 1 > /1
FROM one AS Two
RUN echo 2 > /2
FROM busybox
COPY --from=0 /1 /a/
COPY --from=ONE /1 /b
COPY --from=two /1 /2 /c/
COPY --from=1 /etc /d/
COPY --from=busybox /etc/group /e
RUN ls / > /ls
EOD
### build
docker build -q -t t .; echo "exit $?"; docker run --rm t sh -c 'cat /a/1 /b /c/1 /c/2; ls /d; wc -l < /e; cat /ls'
### errors
e() { printf "FROM busybox AS a\nRUN echo > /f\n$1\n" > D; docker build -q -f D . > /dev/null 2> ../e; echo "$1: $?"; }
e 'FROM busybox\nCOPY --from=b /f /'; e 'FROM busybox\nCOPY --from=5 /f /'; e 'FROM busybox\nCOPY --from=1 /f /'; e 'FROM busybox\nCOPY --from=a /nope /'; e 'FROM busybox\nCOPY --from=a f /'; e 'FROM busybox\nCOPY --from=a ../../f /g'; e 'FROM busybox\nCOPY --from=a /f* /'; e 'FROM busybox\nCOPY --from=a /g* /'; e 'FROM busybox\nCOPY --from=A /f /'; e 'COPY --from=a /f /g'; e 'FROM busybox\nADD --from=a /f /'; e 'FROM busybox\nARG S=a\nCOPY --from=$S /f /'; e 'FROM busybox AS b\nCOPY --from=later /f /\nFROM busybox AS later'; e 'FROM scratch\nCOPY --from=a / /\nRUN ls'; e 'FROM busybox\nCOPY --from=-1 /f /'; e 'FROM busybox\nCOPY --from=busybox:nosuch /f /'
