mkdir -p s/sub; echo a > s/a; echo b > s/sub/b; chmod 700 s/sub; chmod 4755 s/a
cat > Dockerfile <<'EOF'
FROM busybox
RUN echo 'app:x:1000:1001::/:/bin/sh' >> /etc/passwd && echo 'grp:x:2000:' >> /etc/group && mkdir -p /has/dir
USER app
COPY --chown=app:grp s /one/two
COPY --chown=app:grp s/a /three/four/
COPY --chown=1234 s/a /has/dir/x
COPY --chown=1:grp s/sub /has
ADD --chown=app:grp s /added
COPY s/a /plain
EOF
### build
docker build -q -t t .
docker run --rm -u 0 t sh -c 'find /one /three /has /added /plain | sort | xargs stat -c "%n %a %u:%g"'
