docker build -q -t p:1 . >/dev/null
docker tag busybox p:1
docker create --name cc busybox true >/dev/null
### prune
docker system prune -f | grep -v reclaimed | sed 's/^[0-9a-f]\{64\}$/CONTAINER/' | sort
docker images -a --format '{{.Repository}}:{{.Tag}}' | sort
docker system prune -af | grep -v reclaimed | sort
docker images -a --format '{{.Repository}}:{{.Tag}}' | sort
