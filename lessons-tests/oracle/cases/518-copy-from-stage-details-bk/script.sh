cat > Dockerfile <<'EOF'
FROM busybox AS src
RUN mkdir -p /o/bin /o/lib && echo a > /o/bin/a && echo b > /o/bin/b && ln -s a /o/bin/link && ln -s /o/bin /o/dirlink && chown -R 9:9 /o && chmod 4755 /o/bin/a && ln /o/bin/b /o/lib/hard && touch /o/.hid
WORKDIR /o
FROM busybox
COPY --from=src /o /all
COPY --from=src /o/bin/* /glob/
COPY --from=src o/bin/link /followed
COPY --from=src /o/dirlink /dl
COPY --from=src --chown=1:1 /o/bin /owned
COPY --from=src /o/bin/a /o/lib/ /mix/
WORKDIR /w
COPY --from=src /o/bin/b .
EOF
### build
docker build -q -t t .
docker run --rm t sh -c 'find /all /glob /followed /dl /owned /mix /w | sort | xargs stat -c "%n %F %a %u:%g"; readlink /all/dirlink'
### missing
printf 'FROM busybox AS src\nFROM busybox\nCOPY --from=src /nope /x\n' > D2; docker build -q -f D2 . > /dev/null 2>&1; echo "exit $?"
### no match
printf 'FROM busybox AS src\nFROM busybox\nCOPY --from=src /no*pe /x/\n' > D3; docker build -q -f D3 . > /dev/null 2>&1; echo "exit $?"
