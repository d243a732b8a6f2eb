docker run --name ee -e A=1 busybox sh -c 'echo x > /x; ln -s x /y; mkdir -m 700 /z; rm -r /home'
### export
docker export ee > e.tar; docker export -o e2.tar ee; tar tf e.tar | wc -l > n1; tar tf e2.tar | wc -l > n2; test "$(cat n1)" = "$(cat n2)"; echo "exit $?"; tar tf e.tar | grep -E '^(x|y|z/|home|dev/|proc/|sys/|etc/hosts|\.dockerenv)' | sort
docker export nosuch; echo "exit $?"; docker export -o no/dir ee; echo "exit $?"; docker export; echo "exit $?"; mkdir dd; docker export -o dd ee; echo "exit $?"
### import
docker import e.tar i1 | wc -c; docker image inspect -f '{{json .Config}} {{.Comment}} {{len .RootFS.Layers}} {{.Author}}' i1; docker run --rm i1 cat /x; echo "exit $?"; docker run --rm i1; echo "exit $?"
docker import -c 'CMD ["cat", "/x"]' -c 'ENV B=2' -c 'LABEL l=1' -m 'my message' - i2:t < e.tar > /dev/null; docker run --rm i2:t; docker history --format '{{.CreatedBy}}|{{.Comment}}' i2:t; docker image inspect -f '{{json .Config}}' i2:t
cat e.tar | docker import --change 'USER 5' --message mm - i3 > /dev/null; docker run --rm i3 id -u
### errors
docker import; echo "exit $?"; docker import nofile; echo "exit $?"; docker import e.tar BAD; echo "exit $?"; docker import -c 'RUN x' e.tar; echo "exit $?"; echo junk | docker import - j; echo "exit $?"; docker import e.tar a b; echo "exit $?"; docker import --platform bad/x/y/z e.tar; echo "exit $?"; docker import http://127.0.0.1:1/x.tar; echo "exit $?"
docker import --platform linux/arm64 e.tar arm > /dev/null; docker image inspect -f '{{.Os}}/{{.Architecture}}' arm; docker run --rm arm /bin/true; echo "exit $?"
docker images -f dangling=true -q | wc -l; docker import e.tar | wc -c; docker images -f dangling=true -q | wc -l
