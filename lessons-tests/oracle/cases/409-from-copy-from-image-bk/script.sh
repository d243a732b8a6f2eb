printf 'FROM busybox\nRUN mkdir /d && echo x > /d/x && ln -s x /d/l && chown -R 7:8 /d && chmod 750 /d\n' > D0; docker build -q -f D0 -t src . > /dev/null
cat > Dockerfile <<'EOF'
FROM busybox
COPY --from=src /d /copied
COPY --from=src:latest /d/x /d/l /files/
COPY --from=src --chown=nobody:nogroup /d/x /owned
EOF
### build
docker build -q -t t .
docker run --rm t sh -c 'stat -c "%n %F %a %u:%g" /copied /copied/* /files /files/* /owned'
### missing image
printf 'FROM busybox\nCOPY --from=nosuch:1 /a /b\n' > D2
docker build -q -f D2 . > /dev/null 2>&1; echo "exit $?"
