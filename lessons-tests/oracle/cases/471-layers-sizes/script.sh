cat > Dockerfile <<'EOF'
FROM busybox
RUN dd if=/dev/zero of=/z bs=1000 count=50 2>/dev/null
RUN echo more >> /z
RUN truncate -s 100 /z
RUN dd if=/dev/zero of=/s bs=1 count=1 seek=99999 2>/dev/null
RUN cp /s /s2 && ln /s /s3
RUN rm /z /s2
EOF
### build
docker build -q -t t .
docker history --format '{{.Size}}|{{.CreatedBy}}' t
docker history -H=false --format '{{.Size}}' t | head -n 3
docker run --rm t sh -c 'ls -l /s /s3 | cut -c1-30'
