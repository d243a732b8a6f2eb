cat > Dockerfile <<'XX'
FROM busybox
RUN <<EOF
echo a > /a
false
echo b > /b
EOF
RUN <<EOF sh -x
echo c > /c
EOF
RUN cat <<ONE <<TWO > /d
one
ONE
two
TWO
RUN <<EOF
#!/bin/cat
text of cat
EOF
ENV X=1
RUN cat > /e <<EOF
$X and ${X}
EOF
RUN cat > /f <<'EOF'
$X
EOF
SHELL ["/bin/sh", "-ec"]
RUN <<EOF
echo g > /g
EOF
XX
### build
docker build -q -t t .
docker run --rm t sh -c 'tail -n 9 /a /b /c /d /e /f /g'
docker history --no-trunc --format '{{.CreatedBy}}' t
### errexit
printf 'FROM busybox\nSHELL ["/bin/sh", "-ec"]\nRUN <<EOF\nfalse\ntrue\nEOF\n' | docker build -q - > /dev/null 2>&1; echo "exit $?"
### unfinished
printf 'FROM busybox\nRUN <<EOF\ntrue\n' | docker build -q - > /dev/null 2>&1; echo "exit $?"
### not in CMD
printf 'FROM busybox\nCMD <<EOF\ntrue\nEOF\n' | docker build -q - > /dev/null 2>&1; echo "exit $?"
