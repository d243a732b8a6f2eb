### loops
for i in 1 2 3; do docker create --name n$i busybox sh -c "exit $i" > /dev/null; done; for c in $(docker ps -a --filter name=n --format '{{.Names}}' | sort); do docker start $c > /dev/null; echo "$c $(docker wait $c)"; done; docker rm $(docker ps -aq) | wc -l
### conditions
if docker run --rm busybox true; then echo yes; else echo no; fi; if docker run --rm busybox false; then echo yes; else echo no; fi; docker run --rm busybox sh -c 'exit 3' || echo "failed $?"; docker inspect nosuch > /dev/null 2>&1 || echo missing; test -z "$(docker ps -q)" && echo none; n=$(docker run --rm busybox sh -c 'echo $((6*7))'); echo $n; out=$(docker run --rm busybox sh -c 'echo o; echo e >&2; exit 5' 2>/dev/null); echo "$? $out"
### data through
printf '3\n1\n2\n' | docker run --rm -i busybox sort | tr '\n' ' '; docker run --rm busybox cat /etc/group | docker run --rm -i busybox wc -l; docker run --rm -v "$PWD":/w -w /w busybox sh -c 'echo made > by-container'; cat by-container; docker run --rm -i busybox sh <<'E'
echo "from stdin $((1+1))"
exit 4
E
echo "exit $?"; docker run --rm -i busybox sh -s a b <<'E'
echo "$# $2"
E
docker run --rm busybox sh -c 'for i in "$@"; do echo "<$i>"; done' sh 'a b' "c'd" '$HOME' ''; docker run --rm -e "MULTI=l1
l2" busybox sh -c 'echo "$MULTI" | wc -l'; docker run --rm busybox printf '%s|' a 'b c' "d\\e"; echo; docker run --rm busybox echo '*' "$(echo sub)" `echo bt`; docker run --rm busybox sh -c "echo $0 | wc -l"
