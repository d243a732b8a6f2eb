docker build -q --label keep=yes -t p:1 . >/dev/null
docker build -q --label keep=no -t p:2 . >/dev/null
### filters
docker image prune -af --filter label=nothing
docker image prune -af --filter until=1h
docker image prune -af --filter label=keep=no | grep -v reclaimed
docker image prune -af --filter label!=keep --filter label=x
docker images --format '{{.Repository}}:{{.Tag}}' | sort
docker image prune -f --filter bad=1
docker image prune -f --filter dangling=maybe
echo n | docker image prune
