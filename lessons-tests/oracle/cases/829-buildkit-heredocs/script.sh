cat > Dockerfile <<'EOD'
FROM busybox
ENV V=val
RUN <<E
echo "a $V" > /a
cd /tmp
pwd >> /a
E
RUN <<'E' cat > /b
$V `x` \n
E
RUN cat <<A > /c1 && cat <<B > /c2
first $V
A
second
B
RUN <<-E
	echo tabbed > /d
	E
RUN <<E sh -x 2> /dev/null
echo piped > /e
E
COPY <<E /f
copy $V ${V:-x} \$V
E
COPY <<"E" /g
raw $V
E
COPY <<one <<two /dir/
1
one
2
two
COPY --chmod=755 <<E /script
#!/bin/sh
echo ran $1
E
RUN <<E
#!/bin/busybox sh
echo shebang $0 > /h
E
RUN /script arg > /i
COPY <<E Dockerfile /mix/
m
E
EOD
### build
docker build -q -t t .; echo "exit $?"; docker run --rm t sh -c 'for f in a b c1 c2 d e f g dir/one dir/two h i mix/E; do echo "== $f"; cat /$f; done; stat -c "%a %n" /f /script /dir /dir/one'
### errors
e() { printf "FROM busybox\n$1" > D; docker build -q -f D . > /dev/null 2> ../e; echo "exit $?"; }
e 'RUN <<E\necho x\n'; e 'RUN <<E\nexit 3\nE\n'; e 'RUN <<E\nfalse\necho on > /x\nE\n'; e 'COPY <<E /x\n'; e 'CMD <<E\necho\nE\n'; e 'RUN <<E\nE\n'; e 'COPY <<E\nx\nE\n'; e 'RUN echo <<E\nx\nE\n'; e 'ADD <<E /x\ny\nE\n'
