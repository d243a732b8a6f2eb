cat > Dockerfile <<'EOF'
FROM busybox
RUN mkdir -p /d/in && echo a > /d/a && echo b > /d/in/b && cp -r /d /e && cp -r /d /g
RUN rm -rf /d && mkdir -p /d/in && echo a > /d/a
RUN rm -rf /e/in && mkdir /e/in
RUN rm -rf /g && cp -r /e /g
RUN mv /d /h && mkdir /d
EOF
### build
docker build -q -t t . && docker run --rm t sh -c 'find /d /e /g /h | sort'
