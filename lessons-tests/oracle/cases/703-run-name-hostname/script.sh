### names
docker create --name ok.name_1-x busybox > /dev/null; echo "exit $?"
for n in a _x -x .x 'a b' 'a/b' A:b é; do docker create --name "$n" busybox > /dev/null; echo "exit $?"; done
docker create --name=/slashed busybox > /dev/null; echo "exit $?"; docker ps -a --format '{{.Names}}' | sort
### conflict
docker run --name c1 busybox echo one; docker run --name c1 busybox echo two; echo "exit $?"
docker rm c1; docker run --name c1 busybox echo three
docker run --rm --name tmp busybox true; docker run --rm --name tmp busybox true; echo "exit $?"
### hostname
docker run --rm -h web busybox sh -c 'hostname; echo $HOSTNAME; cat /etc/hostname'
docker run --rm --hostname a.b.c busybox hostname; docker run --rm -h web --domainname example.org busybox sh -c 'hostname; echo $HOSTNAME'
docker create --name hh -h '-bad_' busybox > /dev/null; echo "exit $?"; docker start -a hh; echo "exit $?"
docker run --rm busybox sh -c 'test "$(hostname)" = "$HOSTNAME" && hostname | wc -c'
