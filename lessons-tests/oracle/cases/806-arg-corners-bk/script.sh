cat > Dockerfile <<'EOD'
ARG G=global X=gx
ARG V=${G}-2
FROM busybox AS one
RUN echo "1 [$G] [$V]" > /1
ARG G
ARG V=own
RUN echo "2 [$G] [$V]" >> /1
ARG G=again
RUN echo "3 [$G]" >> /1
ARG Q="a b" R='c d' S=e\ f T
RUN echo "4 [$Q] [$R] [$S] [$T]" >> /1
ENV V=env
RUN echo "5 [$V]" >> /1
ARG V=late
RUN echo "6 [$V]" >> /1
FROM one
RUN echo "7 [$G] [$V] [$Q]" >> /1
ARG X
RUN echo "8 [$X]" >> /1
LABEL l=$X m=${Y:-none}
EOD
### defaults
docker build -q -t t . ; docker run --rm t cat /1
### overrides
docker build -q -t t --build-arg G=cli --build-arg V=cliv --build-arg T='t t' --build-arg Q= --build-arg X=cx . > /dev/null 2>&1; docker run --rm t cat /1; docker image inspect -f '{{json .Config.Labels}} {{json .Config.Env}}' t
### from the environment
G=fromenv; export G; docker build -q -t t --build-arg G --build-arg NOVAR . > /dev/null 2>&1; echo "exit $?"; docker run --rm t head -n 3 /1
### unknown
docker build -q --build-arg NOPE=1 . > /dev/null 2>&1; echo "exit $?"
### errors
e() { printf "$1\n" > Dockerfile; docker build -q . > /dev/null 2>&1; echo "exit $?"; }
e 'FROM busybox\nARG'; e 'FROM busybox\nARG a b'; e 'FROM busybox\nARG =x'; e 'FROM busybox\nARG a-b=1'; e 'FROM busybox\nARG "a"'; e 'FROM busybox\nARG 1=2'; e 'FROM busybox\nARG a=1 b=$a\nRUN test "$b" = 1'; e 'FROM busybox\nARG A=1\nARG B=$A\nRUN test $B = 1'
