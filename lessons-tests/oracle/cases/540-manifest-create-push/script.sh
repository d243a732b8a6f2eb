r=127.0.0.1:5000; docker tag busybox $r/app:amd64; docker push -q $r/app:amd64
c=$(docker create busybox); for p in arm64 arm/v7 s390x; do docker export $c | docker import --platform linux/$p -c 'CMD ["sh"]' - $r/app:$(echo $p | tr -d /) > /dev/null; docker push -q $r/app:$(echo $p | tr -d /); done
### create
docker manifest create $r/app:1 $r/app:amd64 $r/app:arm64
docker manifest create --insecure $r/app:1 $r/app:amd64 $r/app:arm64
docker manifest create --insecure $r/app:1 $r/app:armv7
docker manifest create --insecure --amend $r/app:1 $r/app:armv7
ls ~/.docker/manifests; cd ~/.docker/manifests; ls *; cd - > /dev/null
### inspect
docker manifest inspect $r/app:1 | grep -v '"size"'
docker manifest inspect $r/app:1 $r/app:armv7 | grep -v '"size"'
docker manifest inspect $r/app:1 $r/app:s390x
docker manifest inspect --insecure $r/app:s390x | grep -v '"size"'
### push
docker manifest push $r/app:1
docker manifest push --insecure $r/app:1
ls ~/.docker/manifests
docker manifest push --insecure --purge $r/app:1
ls ~/.docker/manifests
docker manifest push --insecure --purge $r/app:1
### remote
docker manifest inspect $r/app:1
docker manifest inspect --insecure $r/app:1 | grep -v '"size"'
### pull
docker rmi $r/app:amd64 $r/app:arm64 $r/app:armv7 $r/app:s390x > /dev/null
docker pull -q $r/app:1; docker image inspect -f '{{.Os}}/{{.Architecture}}/{{.Variant}}' $r/app:1
docker pull -q --platform linux/arm64 $r/app:1; docker image inspect -f '{{.Os}}/{{.Architecture}}/{{.Variant}}' $r/app:1
docker pull -q --platform linux/arm/v7 $r/app:1; docker image inspect -f '{{.Os}}/{{.Architecture}}/{{.Variant}}' $r/app:1
docker pull -q --platform linux/s390x $r/app:1
docker pull -q --platform linux/riscv64 $r/app:1
docker pull -q --platform nosuch $r/app:1
docker image inspect -f '{{len .RepoDigests}} {{.Architecture}}' $r/app:1
