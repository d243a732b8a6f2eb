cat > entry.sh <<'EOF'
#!/bin/sh
set -e
echo "entry: $# args: $*"
[ "$1" = serve ] && shift && set -- sh -c 'echo serving "$@"' sh "$@"
exec "$@"
EOF
cat > Dockerfile <<'EOF'
FROM busybox
COPY --chown=0:0 entry.sh /usr/bin/entry
RUN chmod 755 /usr/bin/entry
ENTRYPOINT ["entry"]
CMD ["serve", "a b", "c"]
EOF
### build
docker build -q -t t . && docker run --rm t
### arguments
docker run --rm t echo x 'y  z'; docker run --rm t sh -c 'exit 5'; echo "exit $?"; docker run --rm t nosuch; echo "exit $?"
docker run --rm --entrypoint id t -u
### pid 1
docker run --rm t sh -c 'echo $$'
### not executable
printf 'FROM busybox\nCOPY entry.sh /e\nENTRYPOINT ["/e"]\n' > D2; docker build -q -t u -f D2 . > /dev/null; docker run --rm u; echo "exit $?"
### no shebang
printf 'echo plain "$0" "$1"\n' > plain; chmod 755 plain; printf 'FROM busybox\nCOPY plain /p\nENTRYPOINT ["/p"]\n' > D3; docker build -q -t v -f D3 . > /dev/null; docker run --rm v 1 2> /dev/null; echo "exit $?"
### bad interpreter
printf '#!/no/such\n' > bad; chmod 755 bad; printf 'FROM busybox\nCOPY bad /b\nCMD ["/b"]\n' > D4; docker build -q -t w -f D4 . > /dev/null; docker run --rm w 2> /dev/null; echo "exit $?"
