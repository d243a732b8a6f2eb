printf 'FROM busybox\nRUN mkdir -p /data/sub && echo one > /data/f && echo two > /data/sub/g && chown 5:6 /data && chmod 750 /data && ln -s f /data/l\nRUN mkdir /empty && chown 7 /empty\n' > Dockerfile; docker build -q -t t . > /dev/null
### named
docker run --rm -v vol:/data t sh -c 'stat -c "%a %u:%g %n" /data /data/* /data/sub/g; cat /data/l'
### second container, another image place
docker run --rm -v vol:/other t ls /other; docker run --rm -v vol:/data t sh -c 'rm /data/f'; docker run --rm -v vol:/data t ls -A /data
### nocopy and volume-nocopy
docker run --rm -v v2:/data:nocopy t ls -A /data; docker run --rm --mount type=volume,src=v3,dst=/data,volume-nocopy t ls -A /data; docker run --rm -v v2:/data t ls -A /data
### owner of empty
docker run --rm -v ve:/empty t stat -c '%a %u:%g' /empty; docker run --rm -v vn:/new/dir t stat -c '%a %u:%g' /new/dir
### anonymous
docker run --rm -v /data t ls /data; docker volume ls -q | wc -l
### bind does not
mkdir b; docker run --rm -v "$PWD/b":/data t ls -A /data
### subpath
docker run --rm --mount type=volume,src=v2,dst=/x,volume-subpath=sub t ls -A /x; docker run --rm --mount type=volume,src=v2,dst=/x,volume-subpath=nope t ls -A /x > /dev/null 2>&1; echo "exit $?"; docker run --rm --mount type=volume,src=v2,dst=/x,volume-subpath=../.. t ls > /dev/null 2>&1; echo "exit $?"
### file target
docker run --rm -v vf:/etc/passwd t true > /dev/null 2>&1; echo "exit $?"
### ro first use still populates
docker run --rm -v vr:/data:ro t sh -c 'ls /data; touch /data/z'; docker run --rm -v vr:/data t ls /data
### create, not start
docker create --name cr -v vc:/data t > /dev/null; docker run --rm -v vc:/w busybox ls /w
