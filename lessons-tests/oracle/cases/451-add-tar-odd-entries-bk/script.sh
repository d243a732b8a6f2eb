mkdir -p s/d; echo a > s/a; ln s/a s/h; echo b > s/d/b; chmod 4711 s/a
tar -C s --numeric-owner --owner=77 --group=88 -cf o.tar a h d
cat > Dockerfile <<'EOF'
FROM busybox
ADD o.tar /o
ADD --chown=5:6 o.tar /c
EOF
### build
docker build -q -t t .
docker run --rm t sh -c 'find /o /c | sort | xargs stat -c "%n %F %a %u:%g %h"'
