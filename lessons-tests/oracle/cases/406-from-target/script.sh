cat > Dockerfile <<'EOF'
FROM busybox AS one
RUN echo 1 > /f
FROM busybox AS Two
RUN echo 2 > /f
FROM busybox AS three
RUN false
EOF
### by name
docker build -q -t a --target one . && docker run --rm a cat /f
### other case
docker build -q -t b --target tWO . && docker run --rm b cat /f
### by number
docker build -q --target 0 . > /dev/null 2>&1; echo "exit $?"
### unknown
docker build -q --target nope . 2>&1 | tail -n 1 | grep -o 'target stage.*'
### a later stage with an error in words
printf 'FROM busybox AS x\nFROM busybox AS y\nBOGUS z\n' > D2
docker build -q -f D2 --target x . > /dev/null 2>&1; echo "exit $?"
### empty target
docker build -q --target '' . > /dev/null 2>&1; echo "exit $?"
