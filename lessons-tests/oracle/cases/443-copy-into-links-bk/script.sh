echo f > f; mkdir d; echo g > d/g
cat > Dockerfile <<'EOF'
FROM busybox
RUN mkdir -p /real/in && ln -s /real /abs && ln -s ../real/in /etc/rel && ln -s /gone /dang && ln -s /real/file /lfile && echo old > /real/file
COPY f /abs/
COPY f /etc/rel/f2
COPY d /abs/in
COPY f /dang/
COPY f /lfile
EOF
### build
docker build -q -t t .
docker run --rm t sh -c 'find /real /gone | sort; cat /real/file; ls -ld /abs /etc/rel /dang /lfile | sed "s/.* //"'
