### default
printf 'FROM busybox\nRUN ip -o -4 addr; tail -n 1 /etc/hosts | cut -f 1\n' >Dockerfile
docker build -q . | wc -c
docker build --no-cache . | grep -e 'inet ' -e '^172'
docker build --no-cache --network none . | grep -e 'inet ' -e '^172'
docker network create na >/dev/null
docker build --no-cache --network na . | grep -e 'inet ' -e '^172'
docker build --no-cache --network nosuch . 2>&1 | tail -n 1
### names
docker run -d --name web --network na busybox httpd -f -h /etc >/dev/null
printf 'FROM busybox\nRUN wget -q -O /got http://web/group\n' >Dockerfile
docker build -q --network na -t got . | wc -c
docker run --rm got cat /got
docker build . 2>&1 | grep -e 'bad address' -e returned
