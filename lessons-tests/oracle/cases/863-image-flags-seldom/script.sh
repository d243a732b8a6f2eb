b() { printf "FROM $1\nRUN echo $2 > /$2\n" > Dockerfile; docker build -q -t "$3" . > /dev/null; }
b busybox 1 one; b one 2 two
### rm
docker rmi one > /dev/null; docker rmi --no-prune two | sed 's/[0-9a-f]\{64\}/ID/g'; docker images -aq | wc -l; docker image prune -f | tail -n 1 | cut -d: -f1; docker images -aq | wc -l
### platform
docker pull --platform linux/arm64 busybox > /dev/null 2>&1; echo "exit $?"; docker image inspect --platform linux/amd64 -f '{{.Architecture}}' busybox; docker image inspect --platform linux/arm64 busybox > /dev/null; echo "exit $?"; docker history --platform linux/amd64 -q busybox | wc -l; docker save --platform linux/amd64 -o x.tar busybox; echo "exit $?"; docker load --platform linux/amd64 -i x.tar; docker load --platform linux/arm64 -i x.tar > /dev/null 2>&1; echo "exit $?"; docker image inspect --platform bad/x/y/z busybox; echo "exit $?"; docker image rm --platform linux/arm64 busybox > /dev/null 2>&1; echo "exit $?"
### help
docker image --help | head -n 3; docker images --help | grep -c -- --; docker run --help | head -n 1; docker help ps | head -n 1; docker nosuch; echo "exit $?"; docker image nosuch; echo "exit $?"; docker --nope; echo "exit $?"; docker version -f x; docker --log-level bad version -f x; echo "exit $?"; docker --context default version -f c; docker -c nosuch version -f c 2> ../e; echo "exit $?"
