mkdir h; echo h > h/f
### nested
docker run --rm -v outer:/a -v inner:/a/b busybox sh -c 'touch /a/o /a/b/i; ls -R /a'; docker run --rm -v outer:/a busybox ls -R /a
docker run --rm -v "$PWD/h":/h:ro -v v:/h/sub busybox true 2>&1 | grep -c 'read-only file system'; ls h
mkdir h/sub; docker run --rm -v "$PWD/h":/h:ro -v vv:/h/sub busybox sh -c 'touch /h/sub/x && touch /h/y'; echo "exit $?"
### order does not matter
docker run --rm -v inner:/a/b -v outer:/a busybox ls /a /a/b
### twice
docker run --rm -v vv:/p -v vv:/q busybox sh -c 'echo 1 > /p/z; cat /q/z'; docker run --rm -v vv:/p:ro -v vv:/q busybox sh -c 'echo 2 > /q/z; cat /p/z; echo 3 > /p/z'
### over /etc and single files
docker run --rm -v "$PWD/h/f":/etc/hostname:ro busybox cat /etc/hostname; docker run --rm -v "$PWD/h/f":/etc/motd busybox sh -c 'cat /etc/motd; echo new > /etc/motd; rm /etc/motd'; cat h/f
### inspect
docker create --name n1 -v outer:/a:ro -v "$PWD/h":/h busybox > /dev/null; docker inspect -f '{{json .HostConfig.Binds}}' n1 | sed "s#$PWD#PWD#"; docker inspect -f '{{range .Mounts}}{{.Destination}} {{.Mode}} {{.RW}} {{.Propagation}}|{{.Driver}}{{println}}{{end}}' n1 | sort
