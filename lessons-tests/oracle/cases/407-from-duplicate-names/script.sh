cat > Dockerfile <<'EOF'
FROM busybox AS s
RUN echo first > /f
FROM busybox AS s
RUN echo second > /f
FROM busybox
COPY --from=s /f /f
EOF
### build
docker build -q -t t . > /dev/null 2>&1; echo "exit $?"
docker run --rm t cat /f 2>/dev/null; echo "exit $?"
