cat > Dockerfile <<'EOF'
FROM busybox
RUN echo before > /b
ARG V=1
RUN echo constant > /c
RUN echo "v $V" > /v
EOF
docker build -q -t a . > /dev/null
### same value given
docker build -q -t b --build-arg V=1 . > /dev/null; docker run --rm b cat /v
### other value
docker build -t c --build-arg V=2 . 2>/dev/null | grep -e Step -e Using
docker run --rm c cat /v
### back
docker build -t d . 2>/dev/null | grep -e Step -e Using
### layers shared
for i in a b c d; do docker image inspect -f '{{len .RootFS.Layers}}' $i; done
