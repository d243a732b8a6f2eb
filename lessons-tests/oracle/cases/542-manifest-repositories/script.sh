r=127.0.0.1:5000; docker tag busybox $r/one:a; docker push -q $r/one:a; printf 'FROM busybox\nRUN echo two > /two\n' | docker build -q -t $r/team/two:b - > /dev/null; docker push -q $r/team/two:b
### mounts
docker manifest create --insecure $r/all:1 $r/one:a $r/team/two:b
docker manifest annotate --arch arm64 $r/all:1 $r/team/two:b
docker manifest push --insecure $r/all:1
docker rmi $r/one:a $r/team/two:b > /dev/null; docker pull -q --platform linux/arm64 $r/all:1; docker image inspect -f '{{.Architecture}} {{len .RootFS.Layers}}' $r/all:1
### another registry
docker manifest create --insecure localhost:5000/all:2 $r/one:a
docker manifest inspect localhost:5000/all:2
docker manifest push --insecure localhost:5000/all:2
docker manifest inspect -v localhost:5000/all:2 | grep -c Ref
### list in list
docker manifest create --insecure $r/all:3 $r/all:1
### by digest
d=$(docker manifest inspect --insecure $r/all:1 | grep digest | head -n 1 | sed 's/.*: "//; s/".*//')
docker manifest create --insecure $r/all:4 $r/all@$d
ls ~/.docker/manifests/*4 | sed 's/[0-9a-f]\{64\}/D/'
docker manifest push --insecure $r/all:4
docker manifest inspect --insecure $r/all@$d | grep -c digest
docker manifest inspect --insecure $r/all@sha256:0000000000000000000000000000000000000000000000000000000000000000
