### run
printf 'FROM busybox\nRUN echo hi > /x\n' | docker build -q -t t - && docker run --rm t cat /x
### copy
printf 'FROM busybox\nCOPY x /x\n' | docker build -q - > /dev/null 2>&1; echo "exit $?"
### here-document
docker build -q -t u - <<'EOF'
FROM busybox
CMD echo from stdin
EOF
docker run --rm u
### with -f it is the context
printf 'FROM busybox\n' | docker build -q -f Other - > /dev/null 2>&1; echo "exit $?"
### the Dockerfile in COPY .
printf 'FROM busybox\nCOPY . /c\nRUN ls -a /c > /l\n' | docker build -q -t v - > /dev/null 2>&1; docker run --rm v cat /l
