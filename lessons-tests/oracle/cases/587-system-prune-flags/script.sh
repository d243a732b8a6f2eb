docker build -q -t p:1 . >/dev/null
docker tag busybox p:1
docker create --name cc -v /anon busybox true >/dev/null
docker volume create named >/dev/null
docker network create nn >/dev/null
### ask
echo n | docker system prune
echo n | docker system prune -a
echo n | docker system prune --volumes
echo n | docker system prune -a --volumes --filter label=x
echo n | docker system prune --filter until=1h
### filters
docker system prune -f --filter label=nope
docker system prune -f --filter bad=1
docker system prune -f --volumes --filter until=1h
### prune
docker system prune -f | grep -v reclaimed | sed 's/^[0-9a-f]\{64\}$/ID/' | sort
docker images --format '{{.Repository}}:{{.Tag}}' | sort
docker volume ls -q | wc -l
docker system prune -f --volumes | grep -v reclaimed | sed 's/^[0-9a-f]\{64\}$/ID/' | sort
docker volume ls -q | wc -l
docker system prune -af | grep -v reclaimed | sed 's/sha256:.*//' | sort | uniq -c | tr -s ' '
docker images -q
docker system prune -f extra
