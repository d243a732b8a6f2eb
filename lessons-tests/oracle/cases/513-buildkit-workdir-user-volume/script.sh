cat > Dockerfile <<'XX'
FROM busybox
VOLUME /v
RUN echo kept > /v/f
USER nobody
WORKDIR /u/w
RUN touch x 2>/tmp/e; true
COPY --chown=nobody Dockerfile .
USER 0
RUN true
XX
### build
docker build -q -t t . && docker run --rm t sh -c 'ls /v; stat -c "%n %U" /u /u/w /u/w/Dockerfile; cat /tmp/e'
docker history --format '{{.CreatedBy}} {{.Size}}' t
docker image inspect -f '{{len .RootFS.Layers}}' t
