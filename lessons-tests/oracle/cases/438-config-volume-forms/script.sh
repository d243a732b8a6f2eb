echo f > f
cat > Dockerfile <<'EOF'
FROM busybox
RUN mkdir -p /v/sub && echo before > /v/before
VOLUME /v
RUN echo after > /v/after; ls /v > /seen
COPY f /v/copied
RUN ls /v > /seen2
VOLUME ["/x y", "/z"] 
VOLUME /a /b
EOF
### build
docker build -q -t t .
docker run --rm t sh -c 'ls /v; echo -; cat /seen; echo -; cat /seen2'
docker image inspect -f '{{json .Config.Volumes}}' t
docker history --format '{{.CreatedBy}} {{.Size}}' t
