### workdir made
docker run --rm -w /a/b/c busybox sh -c 'pwd; stat -c "%a %u:%g" /a /a/b /a/b/c'
docker run --rm -w /a -u 1000:1001 busybox sh -c 'pwd; stat -c "%a %u:%g" /a'
### relative and odd
docker run --rm -w rel busybox pwd; echo "exit $?"
docker run --rm -w '' busybox pwd; docker run --rm -w / busybox pwd; docker run --rm -w /tmp/../etc//. busybox pwd
docker run --rm -w /etc/passwd busybox pwd; echo "exit $?"
docker run --rm -w '/with space' busybox pwd
### users
for u in 0 1000 1000:1001 :5 0:0 root nobody nobody:root root:nogroup 65534 nobody:7 1:nogroup; do echo "== $u"; docker run --rm -u $u busybox id; done
### no such
for u in ghost root:ghost ghost:ghost 1000:ghost -1 4294967295 2147483648 2147483647 a:b:c ''; do echo "== $u"; docker run --rm -u "$u" busybox id -u; echo "exit $?"; done
### HOME
docker run --rm -u nobody busybox sh -c 'echo $HOME $USER; pwd'; docker run --rm -u 1234 busybox sh -c 'echo $HOME; pwd'
### groups
docker run --rm -u 1000 --group-add 5 --group-add nogroup busybox id; docker run --rm --group-add ghost busybox id; echo "exit $?"
docker run --rm -u root --group-add 5 --group-add 5 busybox id -G
