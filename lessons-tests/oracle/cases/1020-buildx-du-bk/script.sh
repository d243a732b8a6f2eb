s() { sed "s|^[a-z0-9]\{25\}|ID|; s|Less than a second ago|AGO|; s|[0-9]* seconds\{0,1\} ago|AGO|" | sort; }
printf 'FROM busybox\nCOPY a /a\nRUN --mount=type=cache,target=/c echo hi > /c/x && echo y > /y\n' > Dockerfile; echo 1 > a
docker build -q --network none -t t2 . > /dev/null
docker builder du | s
docker buildx du --format '{{.Type}} {{.Size}} {{.Mutable}} {{.Shared}} {{.Description}}' | s
docker buildx du --filter type=source.local --format '{{.Description}} {{.Size}} {{len .Parents}}' | s
docker buildx du --filter type=regular | s
docker buildx du --filter type=nosuch
docker buildx du --verbose | grep Description | s
docker system df --format '{{.Type}} {{.TotalCount}} {{.Size}}' | grep Cache
### prune
docker builder prune -f --filter type=exec.cachemount | s
docker builder prune -f --filter until=1h
docker builder prune -f --filter until=bad
docker builder prune -f --filter type=a --filter type=b
docker buildx prune -f --max-used-space 10kb
docker builder prune -f --keep-storage 1b | s
docker builder du | s
docker builder prune -f
### images gone
docker rmi t2 > /dev/null
docker builder prune -f | s
docker builder du | s
docker builder prune -af | s
docker builder du
### more
docker builder du --format json
docker builder du --verbose --format x
docker builder du --filter bad
