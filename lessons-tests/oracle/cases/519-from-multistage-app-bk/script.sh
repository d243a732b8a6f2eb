mkdir src; echo 'echo hello from app' > src/main.sh; echo 'lib() { :; }' > src/lib.sh
cat > Dockerfile <<'EOF'
ARG VERSION=1.0
FROM busybox AS build
ARG VERSION
WORKDIR /src
COPY src/ .
RUN mkdir /out && cat lib.sh main.sh > /out/app && echo "# $VERSION" >> /out/app && chmod +x /out/app
FROM build AS test
RUN sh /out/app | grep -q hello && echo passed > /result
FROM scratch AS files
COPY --from=build /out/app /app
FROM busybox
ARG VERSION
LABEL version=$VERSION
COPY --from=files / /opt/
USER nobody
ENTRYPOINT ["sh", "/opt/app"]
EOF
### build
docker build -q -t app . && docker run --rm app
docker image inspect -f '{{json .Config.Labels}} {{len .RootFS.Layers}}' app
### test
docker build -q -t test --target test --build-arg VERSION=2 . && docker run --rm test cat /result; docker run --rm test tail -n 1 /out/app
### history
docker history --format '{{.CreatedBy}}' app
