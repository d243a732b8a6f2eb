cat > Dockerfile <<'EOF'
FROM busybox
LABEL j="{\"a\": [1, \"x\"]}" t="a	b" u="ü→✓" amp="<&>" back="c:\\dir"
ENV J="{\"k\":\"v\"}" DOLLAR='$x' AMP="<&>"
CMD ["sh", "-c", "echo \"$J\" '<&>' \\t \u00e9"]
ENTRYPOINT []
EOF
### build
docker build -q -t t . && docker run --rm t
docker image inspect -f '{{json .Config.Labels}}' t; docker image inspect -f '{{json .Config.Cmd}}' t; docker image inspect -f '{{.Config.Cmd}}' t
docker history --no-trunc --format '{{.CreatedBy}}' t
docker history --no-trunc --format '{{json .}}' t | sed 's/"CreatedAt.*CreatedBy/"CreatedBy/; s/"ID":.*"Size/"Size/'
