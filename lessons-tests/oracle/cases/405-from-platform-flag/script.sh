cat > Dockerfile <<'EOF'
FROM --platform=linux/amd64 busybox AS a
RUN uname -s > /u
FROM busybox
COPY --from=a /u /u
EOF
### build
docker build -q -t t .
docker image inspect -f '{{.Os}}/{{.Architecture}}' t
### unknown flag
printf 'FROM --bogus=1 busybox\n' > D2
docker build -q -f D2 . 2>&1 | grep -ic 'unknown flag: --\?bogus\|unknown flag'
### flag without value
printf 'FROM --platform busybox\n' > D2
docker build -q -f D2 . > /dev/null 2>&1; echo "exit $?"
