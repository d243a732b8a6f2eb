r=127.0.0.1:5000; docker tag busybox $r/app:amd64; docker push -q $r/app:amd64
c=$(docker create busybox); for p in arm64 arm/v7; do docker export $c | docker import --platform linux/$p -c 'CMD ["sh"]' - $r/app:$(echo $p | tr -d /) > /dev/null; docker push -q $r/app:$(echo $p | tr -d /); done
n() { grep -v '"size"'; }
### dry
docker buildx imagetools create --dry-run $r/app:amd64 $r/app:arm64 | n
docker buildx imagetools create --dry-run $r/app:amd64 | n
docker buildx imagetools create --dry-run --prefer-index=false $r/app:amd64 | n
### push
docker buildx imagetools create -t $r/app:1 $r/app:amd64 $r/app:arm64; echo $?
docker buildx imagetools inspect $r/app:1
docker buildx imagetools inspect --raw $r/app:1 | n
docker buildx imagetools create --append -t $r/app:1 $r/app:armv7; echo $?
docker buildx imagetools inspect $r/app:1 | grep Platform
### others
docker buildx imagetools create -t $r/copy:1 $r/app:1; echo $?; docker buildx imagetools create -t $r/copy:2 $r/app:1; echo $?
docker buildx imagetools inspect $r/copy:2 | grep Platform
docker buildx imagetools create -t $r/copy:amd --platform linux/amd64 $r/app:1; echo $?
docker buildx imagetools inspect $r/copy:amd
docker buildx imagetools inspect $r/app:armv7
d=$(docker buildx imagetools inspect $r/app:arm64 | grep Digest | sed "s/.*sha/sha/")
docker buildx imagetools create -t $r/app:d $d; echo $?
docker buildx imagetools inspect --raw $r/app:d | n
docker buildx imagetools create --dry-run --annotation index:a=b $r/app:amd64 $r/app:arm64 | n
### pull
docker pull -q --platform linux/arm/v7 $r/app:1; docker image inspect -f '{{.Architecture}}{{.Variant}}' $r/app:1
docker pull -q --platform linux/arm64 $r/copy:1; docker image inspect -f '{{.Architecture}}' $r/copy:1
### format
docker buildx imagetools inspect --format '{{.Name}}' $r/app:1
docker buildx imagetools inspect --format '{{json .Manifest}}' $r/app:arm64 | n
docker buildx imagetools inspect --format '{{.Manifest.MediaType}} {{len .Manifest.Manifests}}' $r/app:1
docker buildx imagetools inspect --format '{{json .Manifest}}' $r/app:1 | n
docker buildx imagetools inspect --format '{{.Manifest}}' $r/app:1 | grep -c Platform
docker buildx imagetools inspect --format '{{(index .Image "linux/arm/v7").Architecture}}' $r/app:1
docker buildx imagetools inspect --format '{{range $k, $v := .Image}}{{$k}} {{$v.OS}};{{end}}' $r/app:1
docker buildx imagetools inspect --format '{{.Image.Config.Cmd}}' $r/app:arm64
