cat > Dockerfile <<'EOF'
FROM busybox
RUN mkdir -p /a/b && echo 1 > /a/b/c && echo f > /f && ln -s /f /l && mkdir /m && echo x > /m/x
RUN rm -rf /a && echo now-a-file > /a
RUN rm /f && mkdir /f && echo in > /f/in
RUN rm /l && mkdir /l
RUN rm -rf /m && ln -s /f /m
EOF
### build
docker build -q -t t . && docker run --rm t sh -c 'ls -ld /a /f /l /m | cut -c1'
