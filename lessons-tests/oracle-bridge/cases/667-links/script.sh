### default
docker run -d --name db -e FOO=bar --expose 5432 --hostname dbhost busybox sleep 1000 >/dev/null
docker run --rm --name app --link db:store --link db busybox sh -c 'grep 172.17.0.2 /etc/hosts | sort; env | grep -e STORE -e ^DB | sort; ping -c 1 store | head -n 1'
docker run -d --name keep --link db:store busybox sleep 1000 >/dev/null
docker inspect keep --format '{{json .HostConfig.Links}}'
docker run --rm --link nosuch:x busybox true
### user network
docker network create na >/dev/null
docker run -d --name db2 --network na busybox sleep 1000 >/dev/null
docker run --rm --network na --link db2:store busybox sh -c 'grep -c store /etc/hosts; env | grep -c STORE; ping -c 1 store | head -n 1'
docker run -d --name keep2 --network na --link db2:store busybox sleep 1000 >/dev/null
docker inspect keep2 --format '{{json .HostConfig.Links}} {{range .NetworkSettings.Networks}}{{json .Links}}{{end}}'
