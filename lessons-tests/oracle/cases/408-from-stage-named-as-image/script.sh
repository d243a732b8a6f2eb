cat > Dockerfile <<'EOF'
FROM busybox AS busybox
RUN echo stage > /mark
FROM busybox
RUN cat /mark > /seen
EOF
### build
docker build -q -t t . && docker run --rm t cat /seen
