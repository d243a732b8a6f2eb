cat > Dockerfile <<'EOF'
FROM busybox
RUN echo zero > /z
FROM busybox
RUN echo one > /o
FROM scratch
COPY --from=0 /z /a/
COPY --from=1 /o /b/o2
CMD ["/a/z"]
EOF
### build
docker build -t t .
### inspect
docker image inspect -f '{{.Config.Cmd}} {{.Config.Entrypoint}} {{len .RootFS.Layers}}' t
