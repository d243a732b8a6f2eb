cat > Dockerfile <<'EOF'
FROM busybox
RUN mkdir -p /d/sub /e && echo 1 > /d/f && echo 2 > /d/sub/g && ln -s f /d/l && ln /d/f /d/h && mkfifo /d/p
RUN rm /d/f && rm -r /d/sub && rm /d/l
RUN touch /tmp/x && rm /tmp/x; mkdir /gone && rmdir /gone
RUN rm -rf /home /e && rm /etc/group /bin/vi
RUN rm -rf /d
EOF
### build
docker build -q -t t . && docker run --rm t sh -c 'ls -d /d /e /home /etc/group /bin/vi 2>&1 | sort'
docker history --format '{{.Size}} {{.CreatedBy}}' t
