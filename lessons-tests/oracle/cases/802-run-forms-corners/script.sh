cat > Dockerfile <<'EOD'
FROM busybox
RUN echo "a  b"   'c  d' > /1
RUN echo one && \
    # comment in the middle
    echo two \
  && echo three > /2
RUN ["sh", "-c", "echo \"q\" \\ $HOME > /3"]
RUN [ "sh" , "-c" , "echo spaced > /4" ]
RUN ['sh', '-c', 'echo single'] > /5 ; true
RUN echo $0 $# > /6
RUN set -e; X=1; echo $X > /7
RUN echo 8 > /8
RUN echo tab	tab > /9; echo 'a\tb' >> /9; echo -e 'a\tb' >> /9
RUN echo \$HOME \\ \" > /10
RUN    echo   lead    > /11
RUN if true; then echo yes; else echo no; fi > /12; for i in 1 2; do echo $i; done >> /12
RUN f() { echo f$1; }; f 1 > /13
RUN echo `echo back` $(echo sub) $((1+2)) > /14
RUN (cd /tmp && touch x) ; pwd > /15
RUN umask > /16; ulimit -n > /dev/null; id > /17; env | grep -vE '^HOSTNAME' | sort > /18; cat /proc/1/cmdline | tr '\0' ' ' > /19
EOD
### build
docker build -q -t t .; echo "exit $?"
docker run --rm t sh -c 'for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19; do echo "== $i"; cat /$i; done'
### history
docker history --no-trunc --format '{{.CreatedBy}}' t
