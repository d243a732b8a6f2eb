cat > D1 <<'EOF'
FROM busybox
LABEL b=1 a=1
LABEL "with space"="v w" dotted.name.x=y
LABEL empty=
EOF
printf 'FROM p\nLABEL a=2 c=3\nLABEL a=4\n' > D2
### build
docker build -q -f D1 -t p . && docker build -q -f D2 -t c --label b=cli --label new .
docker image inspect -f '{{json .Config.Labels}}' p c
### filter
docker images --filter label=a=4 --format '{{.Repository}}'
docker images --filter label=c --format '{{.Repository}}'
docker images --filter label=b=1 --filter label=a=1 --format '{{.Repository}}'
### containers get them
docker create --name kk --label b=run c > /dev/null; docker inspect -f '{{json .Config.Labels}}' kk; docker rm kk
