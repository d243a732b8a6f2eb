docker create --name src -v named:/named -v /anon -v "$PWD":/bind:ro --tmpfs /tm busybox > /dev/null
docker run --rm --volumes-from src busybox sh -c 'echo 1 > /named/a; echo 2 > /anon/b'
### shares
docker run --name use --volumes-from src busybox sh -c 'cat /named/a /anon/b; touch /bind/x; ls -d /tm'; echo "exit $?"
### ro
docker run --name ro --volumes-from src:ro busybox touch /named/z; echo "exit $?"
docker run --rm --volumes-from src:rw busybox touch /named/z; docker run --rm --volumes-from src:bad busybox true; echo "exit $?"
### own mounts win
docker run --rm --volumes-from src -v other:/named busybox ls -A /named; docker run --rm --volumes-from src --tmpfs /named busybox ls -A /named
### of a removed and of an unknown one
docker run --rm --volumes-from nosuch busybox true; echo "exit $?"; docker run --rm --volumes-from '' busybox true; echo "exit $?"
### chain and rm -v
docker run --rm --volumes-from use busybox ls /anon /named; docker volume ls -q | wc -l; docker rm -v src > /dev/null; docker volume ls -q | wc -l; docker run --rm --volumes-from use busybox cat /anon/b; docker inspect -f '{{json .HostConfig.VolumesFrom}}' use
docker rm -v use ro > /dev/null; docker volume ls -q | sort
