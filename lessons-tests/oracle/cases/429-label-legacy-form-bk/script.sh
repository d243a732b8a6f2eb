cat > Dockerfile <<'EOF'
FROM busybox
LABEL legacy the rest is the value
LABEL multi.one=1 \
      multi.two="2 \
 and more" \
      # a comment
      multi.three='3'
LABEL url=http://x/?a=b&c=d eq=a=b
LABEL "quoted"
EOF
### build
docker build -q -t t . > /dev/null 2>&1; echo "exit $?"
### without the last
sed -i '$d' Dockerfile; docker build -q -t t .
docker image inspect -f '{{json .Config.Labels}}' t
docker history --format '{{.CreatedBy}}' --no-trunc t
