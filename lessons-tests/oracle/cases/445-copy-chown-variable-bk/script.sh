echo f > f
cat > Dockerfile <<'EOF'
FROM busybox AS src
ARG U=12
ENV G=34
COPY --chown=$U:${G} f /x
COPY --chown=${NONE:-5}:6 f /y
FROM src
COPY --from=src /y /z
EOF
### build
docker build -q -t t . && docker run --rm t stat -c '%n %u:%g' /x /y /z
### from with a variable
printf 'ARG S=src\nFROM busybox AS src\nFROM busybox\nCOPY --from=$S /etc/group /g\n' > D2
docker build -q -f D2 . > /dev/null 2>&1; echo "exit $?"
