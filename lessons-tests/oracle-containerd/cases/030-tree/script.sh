docker build -q -t long-name/for-a-test/of-widths:version-one.two . >/dev/null
echo two > f
docker build -q -t one:1 . >/dev/null
docker tag one:1 two:1
docker create --name cc two:1 >/dev/null
### tree
docker images --tree one
docker images --tree two
docker images --tree long-name/for-a-test/of-widths
### refused
docker images --tree -q
docker images --tree --no-trunc
docker images --tree --digests
docker images --tree --format json
docker images --tree nothing
