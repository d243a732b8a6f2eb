docker build -q -t a:1 . >/dev/null
docker tag a:1 b:1
docker tag a:1 c:1
### several
docker rmi a:1 nope b:1
docker rmi c:1 c:1
docker rmi
docker tag busybox q:1
docker rmi q:1 busybox
