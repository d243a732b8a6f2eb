printf 'FROM busybox\nRUN echo a > /a\nCOPY f /f\nRUN cat /f > /b\nCMD ["x"]\n' > Dockerfile; echo 1 > f
docker build -q -t one . > /dev/null; docker run --rm busybox sleep 1.1; i1=$(docker image inspect -f '{{.Id}}' one)
### plain cache
docker build -q -t two . > /dev/null; test $i1 = $(docker image inspect -f '{{.Id}}' two); echo "same $?"
### after save and load
docker save -o o.tar one; docker rmi one two > /dev/null; docker builder prune -af > /dev/null 2>&1; docker image prune -f > /dev/null; docker load -q -i o.tar; docker build -q --cache-from one -t three . > /dev/null; test $i1 = $(docker image inspect -f '{{.Id}}' three); echo "same $?"
### changed file
echo 2 > f; docker build -q --cache-from one -t four . > /dev/null; docker image inspect -f '{{index .RootFS.Layers 1}}' one > l1; docker image inspect -f '{{index .RootFS.Layers 1}}' four > l4; test "$(cat l1)" = "$(cat l4)"; echo "layer $?"; docker run --rm four cat /b
### unknown
docker build -q --cache-from nosuch:x -t five . > /dev/null; echo "exit $?"; docker build -q --cache-from one --cache-from four -t six . > /dev/null; echo "exit $?"
