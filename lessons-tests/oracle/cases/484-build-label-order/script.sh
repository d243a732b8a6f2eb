printf 'FROM busybox\nLABEL a=file b=file\nRUN true\n' > Dockerfile
### build
docker build -q -t t --label b=flag --label z=1 --label a-b="x y" --label c .
docker image inspect -f '{{json .Config.Labels}}' t
docker history --format '{{.CreatedBy}}' --no-trunc t
### empty and bad
docker build -q --label '' . > /dev/null 2>&1; echo "exit $?"
docker build -q --label =x . > /dev/null 2>&1; echo "exit $?"
