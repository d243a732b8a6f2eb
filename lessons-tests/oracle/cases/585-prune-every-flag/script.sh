docker build -q -t p:1 . >/dev/null
docker build -q -t p:2 --label keep=yes . >/dev/null
docker tag busybox p:1
### dry
echo n | docker image prune
echo n | docker image prune -a
docker image prune < /dev/null
### filters
docker image prune -f --filter label=nope
docker image prune -f --filter until=1h
docker image prune -f --filter 'label!=team'
docker image prune -f --filter bad=1
docker image prune -f --filter dangling=maybe
docker image prune -f --filter label
docker image prune -f extra
### dangling
docker image prune -f | grep -v reclaimed | sort | sed 's/:.*//'
docker images --format '{{.Repository}}:{{.Tag}}' | sort
### all
docker image prune -af --filter label=keep=yes | grep -v reclaimed | sort | sed 's/sha256:.*//'
docker create --name c busybox true > /dev/null
docker create --name cc p:1 true > /dev/null
docker image prune -a -f
docker images --format '{{.Repository}}:{{.Tag}}' | sort
docker rm cc
docker image prune -a -f --filter dangling=true
docker images --format '{{.Repository}}:{{.Tag}}' | sort
