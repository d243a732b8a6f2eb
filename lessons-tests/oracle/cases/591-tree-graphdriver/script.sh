docker build -q -t long-name/for-a-test:version-one . >/dev/null
docker tag busybox one:1
docker create --name cc one:1 true >/dev/null
### tree
docker images --tree one
docker images --tree long-name/for-a-test
docker images --tree nothing
docker tag busybox long-name/for-a-test:version-one
docker images --tree -f dangling=true
docker images --tree -a -f dangling=true
### refused
docker images --tree -q
docker images --tree --no-trunc
docker images --tree --digests
docker images --tree --format json
